namespace Joonbi.Application;

/// <summary>A webhook as it came: bytes, because a signature is over bytes.</summary>
/// <param name="Headers">By their lower-case names; one that came twice is joined, and then fits nothing.</param>
/// <param name="Body">Untouched.</param>
public sealed record RawNotice(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);

/// <summary>Who sends webhooks. The names equal the check of <c>webhook_deliveries.source</c>.</summary>
public enum WebhookSource
{
    /// <summary>Payments.</summary>
    Portone,

    /// <summary>Mails.</summary>
    Resend,
}

/// <summary>What a webhook came to, for the log: the sender is told nothing but that it came.</summary>
public enum NoticeOutcome
{
    /// <summary>It was acted upon.</summary>
    TakenIn,

    /// <summary>This delivery was acted upon before.</summary>
    Repeated,

    /// <summary>Nothing of ours.</summary>
    Unknown,

    /// <summary>About something else.</summary>
    Irrelevant,
}

/// <summary>Which webhooks were acted upon, in the transaction that acted.</summary>
public interface IWebhookDeliveries
{
    /// <summary>False when this delivery was acted upon before; one that is being acted upon at this moment is waited for.</summary>
    Task<bool> TryTake(WebhookSource source, string deliveryId, CancellationToken ct);
}
