using System.Text.RegularExpressions;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>What Clawdbot reads of a message: that it is a trigger, and the id. Nothing else in it is obeyed.</summary>
internal sealed partial record Trigger(string Key, Guid ConsultationId)
{
    public static Trigger? Read(DiscordMessage message) =>
        message.Content?.TrimStart() is { } content
        && content.StartsWith("[JOONBI_FULL_ANALYSIS]", StringComparison.Ordinal)
        && IdLine().Match(content) is { Success: true } match
            ? new Trigger(message.Id, Guid.Parse(match.Groups[1].Value))
            : null;

    [GeneratedRegex(@"^ID:\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex IdLine();
}
