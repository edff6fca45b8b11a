using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>An admin says for a customer, who said it by telephone, to which account a refund goes.</summary>
public sealed record EnterRefundAccount(Guid PaymentId, Guid AdminId, int? Version, RefundAccountDraft Account) : ICommand;

internal sealed class EnterRefundAccountHandler(IPaymentRepository payments, RefundAccounts accounts, IAuditLog audit, TimeProvider clock)
    : AsyncRequestHandler<EnterRefundAccount>
{
    protected override async Task Handle(EnterRefundAccount command, CancellationToken ct)
    {
        var payment = await payments.Find(command.PaymentId, ct) ?? throw Payment.NotFound();
        StaleVersionException.ThrowUnless(command.Version, payment.Version);
        var account = command.Account.Normalised();
        payment.GiveAccount(accounts.Seal(payment.Id, account), byAdmin: true, clock.GetUtcNow());
        await payments.Save(payment, ct);

        // That an account was named is to be told for ever; which, only as long as it is kept.
        await audit.Write(command.AdminId, "payment.refund-account", payment.Id, null, new { account.Bank }, ct);
    }
}
