using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>What each field of an account must look like, wherever it is given.</summary>
internal static class AccountRules
{
    public const int MaxToken = 128;

    public static IRuleBuilderOptions<T, string?> NewEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(EmailAddress.MaxLength)
            .Must(text => text is null || EmailAddress.IsValid(text.Trim())).WithMessage("이메일 주소 형식이 아닙니다.");

    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, User.MaxName)
            .Must(text => text is null || (text.Trim().Length > 0 && !text.Any(char.IsControl))).WithMessage("이름을 한 줄로 입력해 주세요.");

    public static IRuleBuilderOptions<T, string?> KoreanPhone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(20)
            .Must(text => string.IsNullOrWhiteSpace(text) || PhoneNumber.Normalise(text) is not null).WithMessage("국내 전화번호를 입력해 주세요. (예: 010-1234-5678)");

    public static IRuleBuilderOptions<T, string?> NewPassword<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().Length(PasswordRules.MinLength, PasswordRules.MaxLength);

    /// <summary>A password that is only compared: whatever was allowed once must still be accepted.</summary>
    public static IRuleBuilderOptions<T, string?> GivenPassword<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(PasswordRules.MaxLength);

    public static IRuleBuilderOptions<T, string?> Token<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(MaxToken);

    public static IRuleBuilderOptions<T, string?> DocumentVersion<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, 20).Matches("^[0-9A-Za-z.-]+$");
}
