namespace Joonbi.Tests.PortOne;

/// <summary>A payment in the vendor's own books.</summary>
internal sealed record Deal(string Reference, int Number)
{
    public string TransactionId { get; } = $"tx-{Number}-{Reference}";

    /// <summary>In the words of the second generation.</summary>
    public string Status { get; set; } = "PAID";

    public long Total { get; set; } = 100_000;
    public string Currency { get; set; } = "KRW";
    public string StoreId { get; set; } = PortOneStandIn.StoreId;
    public string ChannelType { get; set; } = "LIVE";
    public string Method { get; set; } = "PaymentMethodCard";
    public List<Back> Backs { get; } = [];
    public long Left => Total - Backs.Where(back => back.Status == "SUCCEEDED").Sum(back => back.Amount);

    public Back GiveBack(long amount, string reason, string status = "SUCCEEDED")
    {
        var back = new Back($"cancellation-{TransactionId}-{Backs.Count + 1}", amount, reason) { Status = status };
        Backs.Add(back);
        Settle();
        return back;
    }

    /// <summary>Its state follows from what has gone back.</summary>
    public void Settle() => Status = Left == 0 ? "CANCELLED" : Left < Total ? "PARTIAL_CANCELLED" : Status;
}

/// <summary>A cancellation in the vendor's own books.</summary>
internal sealed record Back(string Id, long Amount, string Reason)
{
    public string Status { get; set; } = "SUCCEEDED";
}
