using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox;

/// <summary>What ./joonbi run (or a test) tells the sandbox by environment variables.</summary>
internal sealed record SandboxSettings(
    int Port,
    string? DataFolder,
    string ApiUrl,
    string? InternalApiKey,
    bool PlaysClawdbot,
    TimeSpan AnalysisTime)
{
    public Shop Shop { get; init; } = new();

    /// <summary>The name by which other containers reach it; it then listens to them as well. Null: this machine alone.</summary>
    public string? Host { get; init; }

    public static SandboxSettings From(IConfiguration configuration) => new(
        Port: configuration.GetValue("PORT", 4010),
        DataFolder: Text(configuration["SANDBOX_DATA"]),
        ApiUrl: (Text(configuration["JOONBI_API_URL"]) ?? "http://127.0.0.1:4000").TrimEnd('/'),
        InternalApiKey: Text(configuration["INTERNAL_API_KEY"]),
        PlaysClawdbot: !string.Equals(configuration["CLAWDBOT"], "off", StringComparison.OrdinalIgnoreCase),
        AnalysisTime: TimeSpan.FromSeconds(configuration.GetValue("CLAWDBOT_SECONDS", 30.0)))
    {
        Shop = Shop.From(configuration),
        Host = Text(configuration["SANDBOX_HOST"]),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
