using Joonbi.Application.Accounts;
using Joonbi.Domain;
using Joonbi.Domain.Accounts;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>A customer says to which account a refund goes that cannot go back the way the money came.</summary>
public sealed record GiveRefundAccount(Guid PaymentId, Guid UserId, int? Version, RefundAccountDraft Account) : ICommand;

/// <summary>An account at a bank in Korea. It is kept sealed until the refund has ended.</summary>
/// <param name="Bank">Which bank.</param>
/// <param name="Number">6–20 digits; hyphens and blanks are passed over.</param>
/// <param name="HolderName">Whose account it is, as the bank has it.</param>
/// <param name="HolderPhone">A Korean number; a few payment providers want it.</param>
public sealed record RefundAccountDraft(Bank Bank, string Number, string HolderName, string? HolderPhone)
{
    /// <summary>Wherever it is printed, it is masked.</summary>
    public override string ToString() => nameof(RefundAccountDraft);

    internal static string Digits(string text) => text.Replace("-", "").Replace(" ", "");

    internal BankAccount Normalised() => new(Bank, Digits(Number), HolderName.Trim(), PhoneNumber.OrNone(HolderPhone));
}

internal sealed class RefundAccountDraftValidator : AbstractValidator<RefundAccountDraft>
{
    private const int MaxNumber = 30;

    public RefundAccountDraftValidator()
    {
        RuleFor(draft => draft.Bank).IsInEnum();
        RuleFor(draft => draft.Number).NotEmpty().MaximumLength(MaxNumber)
            .Must(text => text is null || RefundAccountDraft.Digits(text) is { Length: >= 6 and <= 20 } digits && digits.All(char.IsAsciiDigit)).WithMessage("계좌번호를 숫자로 입력해 주세요.");
        RuleFor(draft => draft.HolderName).NotEmpty().PersonName();
        RuleFor(draft => draft.HolderPhone).KoreanPhone();
    }
}

internal sealed class GiveRefundAccountHandler(IPaymentRepository payments, RefundAccounts accounts, TimeProvider clock) : AsyncRequestHandler<GiveRefundAccount>
{
    protected override async Task Handle(GiveRefundAccount command, CancellationToken ct)
    {
        if (await payments.Find(command.PaymentId, ct) is not { } payment || payment.UserId != command.UserId)
            throw Payment.NotFound();

        StaleVersionException.ThrowUnless(command.Version, payment.Version);
        payment.GiveAccount(accounts.Seal(payment.Id, command.Account.Normalised()), byAdmin: false, clock.GetUtcNow());
        await payments.Save(payment, ct);
    }
}
