namespace Joonbi.Infrastructure.Discord;

/// <summary>
/// The webhook of this process. Discord restricts callers that go on using one that it has answered 404, so after the first 404
/// every post is refused here until the program is started again, which is also how its address is changed.
/// </summary>
internal sealed class DiscordWebhook(InfrastructureSettings settings)
{
    /// <summary>Discord has said that it no longer exists.</summary>
    public bool Gone { get; set; }

    /// <summary>
    /// Waits for the message to be stored: without it a lost one is not even reported. What the address holds already, such as
    /// the thread of a forum channel, stays.
    /// </summary>
    public Uri Address { get; } = new UriBuilder(settings.DiscordWebhookUrl)
    {
        Query = string.Join('&', settings.DiscordWebhookUrl.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith("wait=", StringComparison.Ordinal)).Append("wait=true")),
    }.Uri;
}
