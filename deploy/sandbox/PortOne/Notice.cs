using System.Text.Json;

namespace Joonbi.Sandbox.PortOne;

/// <summary>One webhook: its id and body stay the same however often it is sent.</summary>
internal sealed record Notice(string Id, string PaymentId, string Type, string Body, bool IsSigned)
{
    /// <returns>Null for what the first generation does not tell: an opened window, a failure.</returns>
    public static Notice? Of(Deal deal, string happened, Cancellation? gone, Ids ids, DateTimeOffset at) =>
        deal.IsV1 ? First(deal, happened, gone, ids) : Second(deal, happened, gone, ids, at);

    private static Notice Second(Deal deal, string happened, Cancellation? gone, Ids ids, DateTimeOffset at)
    {
        var type = $"Transaction.{happened}";
        var body = JsonSerializer.Serialize(
            new { type, timestamp = at, data = new { storeId = deal.StoreId, paymentId = deal.PaymentId, transactionId = deal.TransactionId, cancellationId = gone?.Id } },
            V2View.Options);
        return new Notice($"msg_{ids.Uuid()}", deal.PaymentId, type, body, IsSigned: true);
    }

    private static Notice? First(Deal deal, string happened, Cancellation? gone, Ids ids)
    {
        var status = happened switch
        {
            "Paid" => "paid",
            "VirtualAccountIssued" => "ready",
            "Cancelled" or "PartialCancelled" => "cancelled",
            _ => null,
        };
        return status is null ? null : new Notice(
            ids.Uuid(), deal.PaymentId, status,
            JsonSerializer.Serialize(new { imp_uid = deal.TransactionId, merchant_uid = deal.PaymentId, status, cancellation_id = gone?.Id }, V2View.Options),
            IsSigned: false);
    }
}
