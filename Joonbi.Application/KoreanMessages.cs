using System.Globalization;
using FluentValidation.Resources;

namespace Joonbi.Application;

/// <summary>
/// What a validator says, without the field's name: the problem document says it at the field. The host's culture plays no
/// part, since every reader is Korean.
/// </summary>
internal sealed class KoreanMessages : LanguageManager
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["NotNullValidator"] = "필수 항목입니다.",
        ["NotEmptyValidator"] = "필수 항목입니다.",
        ["LengthValidator"] = "{MinLength}자 이상 {MaxLength}자 이하로 입력해 주세요. (현재 {TotalLength}자)",
        ["MinimumLengthValidator"] = "{MinLength}자 이상 입력해 주세요. (현재 {TotalLength}자)",
        ["MaximumLengthValidator"] = "{MaxLength}자 이하로 입력해 주세요. (현재 {TotalLength}자)",
        ["Length_Simple"] = "{MinLength}자 이상 {MaxLength}자 이하로 입력해 주세요.",
        ["MinimumLength_Simple"] = "{MinLength}자 이상 입력해 주세요.",
        ["MaximumLength_Simple"] = "{MaxLength}자 이하로 입력해 주세요.",
        ["GreaterThanOrEqualValidator"] = "{ComparisonValue} 이상이어야 합니다.",
        ["GreaterThanValidator"] = "{ComparisonValue}보다 커야 합니다.",
        ["LessThanOrEqualValidator"] = "{ComparisonValue} 이하여야 합니다.",
        ["LessThanValidator"] = "{ComparisonValue}보다 작아야 합니다.",
        ["InclusiveBetweenValidator"] = "{From} 이상 {To} 이하여야 합니다.",
        ["InclusiveBetween_Simple"] = "{From} 이상 {To} 이하여야 합니다.",
        ["EmailValidator"] = "이메일 주소 형식이 아닙니다.",
        ["RegularExpressionValidator"] = "형식이 올바르지 않습니다.",
        ["EnumValidator"] = "허용되지 않은 값입니다.",
    };

    public override string GetString(string key, CultureInfo? culture = null) => Texts.GetValueOrDefault(key, "올바르지 않은 값입니다.");
}
