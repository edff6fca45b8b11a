using Joonbi.Api.Security;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Api.Configuration;

/// <summary>Everything the environment says, read once at start: the seed's names, each checked.</summary>
internal sealed record Settings(
    InfrastructureSettings Infrastructure,
    JwtSettings Jwt,
    InternalKeySettings InternalKey,
    ConsultationPolicy Policy,
    WebSettings Web,
    IReadOnlyList<SettingReport> Reports)
{
    public IReadOnlyList<SettingReport> Problems => [.. Reports.Where(report => report.Problem is not null)];

    public static Settings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var production = reader.Text("NODE_ENV", "development", check: text => text is "development" or "production" ? null : "development 또는 production이어야 합니다.") == "production";
        var apiUrl = reader.Address("API_URL", "http://localhost:4000/api");
        return new Settings(
            ReadInfrastructure(reader),
            new JwtSettings(
                reader.Secret("JWT_SECRET", 32),
                reader.Duration("JWT_EXPIRES_IN", "7d"),
                reader.Secret("JWT_REFRESH_SECRET", 32),
                reader.Duration("JWT_REFRESH_EXPIRES_IN", "30d")),
            new InternalKeySettings(
            [
                .. new[] { reader.Secret("INTERNAL_API_KEY", 24), configuration["INTERNAL_API_KEY_PREVIOUS"] is { Length: > 0 } ? reader.Secret("INTERNAL_API_KEY_PREVIOUS", 24) : "" }
                    .Where(key => key.Length > 0),
            ]),
            ReadPolicy(reader),
            new WebSettings(
                (int)reader.Number("PORT", 4000, 0, 65535),
                production,
                reader.Flag("API_DOCS", !production),
                apiUrl,
                reader.Text("TRUSTED_PROXIES", "127.0.0.1,::1"),
                reader.Flag("METRICS_PUBLIC", false)),
            reader.Reports);
    }

    private static InfrastructureSettings ReadInfrastructure(SettingsReader reader)
    {
        var database = reader.Text("DATABASE_URL", secret: true, check: DatabaseProblem);
        return new InfrastructureSettings
        {
            ConnectionString = database.Length == 0 ? "" : DatabaseAddress.ToConnectionString(database),
            DiscordWebhookUrl = reader.Address("DISCORD_WEBHOOK_URL", secret: true),
            InlineTrigger = reader.Text("DISCORD_TRIGGER_STYLE", "embed", check: text => text is "embed" or "inline" ? null : "embed 또는 inline이어야 합니다.") == "inline",
            ResendApiUrl = reader.Address("RESEND_API_URL", "https://api.resend.com"),
            ResendApiKey = reader.Secret("RESEND_API_KEY", 8),
            EmailFrom = reader.Text("EMAIL_FROM", check: text => text.Contains('@') ? null : "보내는 사람의 이메일 주소여야 합니다."),
            FrontendUrl = reader.Address("FRONTEND_URL", "http://localhost:3000"),
            UploadPath = reader.Text("UPLOAD_PATH", "uploads"),
            MaxFileSize = reader.Number("MAX_FILE_SIZE", 52_428_800, 1_024, 1_073_741_824),
        };
    }

    private static ConsultationPolicy ReadPolicy(SettingsReader reader)
    {
        var defaults = new ConsultationPolicy();
        return defaults with
        {
            AnalysisFee = reader.Number("ANALYSIS_FEE", defaults.AnalysisFee, 1_000, 100_000_000),
            MinimumBudget = reader.Number("MINIMUM_BUDGET", defaults.MinimumBudget, 0, 1_000_000_000),
            UnpaidExpiry = reader.Duration("UNPAID_EXPIRES_IN", "72h"),
            Lease = reader.Duration("ANALYSIS_LEASE", "20m"),
            StartDeadline = reader.Duration("ANALYSIS_START_DEADLINE", "10m"),
            MaxRetriggers = (int)reader.Number("ANALYSIS_MAX_RETRIGGERS", defaults.MaxRetriggers, 0, 100),
            MaxAttempts = (int)reader.Number("ANALYSIS_MAX_ATTEMPTS", defaults.MaxAttempts, 1, 100),
            ShareLife = reader.Duration("SHARE_EXPIRES_IN", "30d"),
        };
    }

    private static string? DatabaseProblem(string address)
    {
        try
        {
            DatabaseAddress.ToConnectionString(address);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return exception.Message;
        }
    }
}

/// <summary>How the service is reached.</summary>
/// <param name="Port">Where it listens.</param>
/// <param name="Production">Stricter: secure cookies, no documents page unless asked for.</param>
/// <param name="Docs">Whether <c>/api/docs</c> is open.</param>
/// <param name="ApiUrl">The address that clients use, ending in <c>/api</c>.</param>
/// <param name="TrustedProxies">Addresses or networks whose <c>X-Forwarded-For</c> is believed, separated by commas.</param>
/// <param name="MetricsPublic">Whether <c>/metrics</c> answers others than the machine itself.</param>
internal sealed record WebSettings(int Port, bool Production, bool Docs, Uri ApiUrl, string TrustedProxies, bool MetricsPublic);
