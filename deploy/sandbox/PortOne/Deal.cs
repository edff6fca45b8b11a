namespace Joonbi.Sandbox.PortOne;

/// <summary>One attempt to pay, in the vendor's own books and the second generation's words. V1: TransactionId is imp_uid, PaymentId merchant_uid.</summary>
internal sealed record Deal(
    string TransactionId, string PaymentId, bool IsV1, string StoreId, string OrderName, long Total, string Currency, string ChannelType, DateTimeOffset At)
{
    /// <summary>What the window came to; cancellations are reckoned by <see cref="Status"/>.</summary>
    public string Outcome { get; init; } = "READY";

    public DateTimeOffset ChangedAt { get; init; } = At;

    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The account to transfer to, where the customer asked for one; money that came by it is refunded to an account only.</summary>
    public string? VirtualAccount { get; init; }

    public string? Failure { get; init; }

    public IReadOnlyList<Cancellation> Cancellations { get; init; } = [];

    /// <summary>What may still be cancelled: one that is under way counts.</summary>
    public long Cancellable => PaidAt is null ? 0 : Total - Cancellations.Where(gone => !gone.Fails).Sum(gone => gone.Amount);

    public long Cancelled(DateTimeOffset now) => Cancellations.Where(gone => gone.Status(now) == "SUCCEEDED").Sum(gone => gone.Amount);

    public string Status(DateTimeOffset now) => Cancelled(now) switch
    {
        0 => Outcome,
        var gone when gone == Total => "CANCELLED",
        _ => "PARTIAL_CANCELLED",
    };
}

/// <summary>Money on its way back; until SettlesAt it is REQUESTED.</summary>
internal sealed record Cancellation(string Id, long Amount, string Reason, DateTimeOffset At, DateTimeOffset SettlesAt)
{
    /// <summary>The bank will find that the account is not the named holder's.</summary>
    public bool Fails { get; init; }

    public string Status(DateTimeOffset now) => SettlesAt > now ? "REQUESTED" : Fails ? "FAILED" : "SUCCEEDED";
}
