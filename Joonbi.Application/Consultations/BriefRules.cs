using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>What each field of a brief must look like, whether it is handed in or changed.</summary>
internal static class BriefRules
{
    public static IRuleBuilderOptions<T, string?> ProjectName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, Brief.MaxProjectName).NotBlank().OneLine();

    public static IRuleBuilderOptions<T, string?> Description<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, Brief.MaxDescription).NotBlank().PlainText();

    public static IRuleBuilderOptions<T, string?> Feature<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().Length(1, Brief.MaxFeatureLength).OneLine();

    public static IRuleBuilderOptions<T, string?> ReferenceUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().Length(1, Brief.MaxUrlLength).Must(IsWebAddress).WithMessage("http:// 또는 https://로 시작하는 주소여야 합니다.");

    public static IRuleBuilderOptions<T, DateOnly?> DesiredDate<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider clock) =>
        rule.Must(day => day is null || day >= Seoul.Day(clock.GetUtcNow())).WithMessage("지난 날짜는 고를 수 없습니다.");

    public static IRuleBuilderOptions<T, string?> PlainText<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))).WithMessage("제어 문자는 쓸 수 없습니다.");

    /// <summary>No text at all is fine: whether there must be one is the type's word.</summary>
    public static IRuleBuilderOptions<T, string?> NotBlank<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !string.IsNullOrWhiteSpace(text)).WithMessage("필수 항목입니다.");

    private static IRuleBuilderOptions<T, string?> OneLine<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl)).WithMessage("줄바꿈과 제어 문자는 쓸 수 없습니다.");

    /// <summary>No user part, which only serves to make a foreign host look known; no blank and no backslash, which browsers and libraries read differently.</summary>
    private static bool IsWebAddress(string? text) =>
        text is not null
        && !text.Trim().Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '\\')
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.Host.Length > 0;
}
