using System.Text.Json;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>The one seal of refund accounts.</summary>
internal sealed class RefundAccounts(ISealer sealer)
{
    private const string Purpose = "refund-account";

    public SealedAccount Seal(Guid paymentId, BankAccount account) =>
        new(account.Mask(), sealer.Seal(Purpose, paymentId, JsonSerializer.Serialize(account)));

    /// <returns>Null when nobody can read it any more.</returns>
    public BankAccount? Open(Guid paymentId, SealedAccount kept) =>
        sealer.Open(Purpose, paymentId, kept.Sealed) is { } text ? JsonSerializer.Deserialize<BankAccount>(text) : null;
}
