using Joonbi.Domain;

namespace Joonbi.Application.Payments;

/// <summary>Tells an admin of every disagreement between ledger and payments of which nobody was told yet. What agrees again may be told anew one day.</summary>
/// <param name="Found">All that there are; or the first hundred.</param>
public sealed record TellOfDifferences(IReadOnlyList<LedgerDifference> Found) : ICommand;

/// <summary>Which disagreements were told.</summary>
public interface ILedgerAlarms
{
    /// <summary>Remembers those that are told now, and forgets those that are over.</summary>
    /// <returns>The payments of which nobody knew.</returns>
    Task<IReadOnlyList<Guid>> Raise(IReadOnlyList<Guid> differing, CancellationToken ct);
}

/// <summary>Ledger and payments disagree: somebody wrote into the database past its guard.</summary>
/// <param name="PaymentId">The first payment of which it is so.</param>
/// <param name="Ledger">What its entries add up to, in words.</param>
/// <param name="Payment">What it says itself, in words.</param>
/// <param name="Others">How many further ones were found at the same time.</param>
public sealed record LedgerDisagreed(Guid PaymentId, string Ledger, string Payment, int Others) : IDomainEvent;

internal sealed class TellOfDifferencesHandler(ILedgerAlarms alarms, IOutbox outbox) : AsyncRequestHandler<TellOfDifferences>
{
    protected override async Task Handle(TellOfDifferences command, CancellationToken ct)
    {
        var unknown = await alarms.Raise([.. command.Found.Select(difference => difference.PaymentId)], ct);
        if (command.Found.FirstOrDefault(difference => unknown.Contains(difference.PaymentId)) is { } first)
            await outbox.Write(new LedgerDisagreed(first.PaymentId, Words(first.Ledger), Words(first.Payment), unknown.Count - 1), ct);
    }

    private static string Words(LedgerSums sums) =>
        $"입금 {sums.Paid:N0}원, 환불 {sums.Refunded:N0}원" + (sums.Moved + sums.Returned == 0 ? "" : $", 의심 {sums.Moved:N0}, 반환 {sums.Returned:N0}");
}
