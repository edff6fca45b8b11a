using System.Text.RegularExpressions;

namespace Joonbi.Domain.Accounts;

/// <summary>A Korean telephone number, kept as digits with the leading zero.</summary>
public static partial class PhoneNumber
{
    /// <summary>The digits; <c>+82 10-…</c> becomes <c>010…</c>. Null when it is no Korean number.</summary>
    public static string? Normalise(string text)
    {
        var bare = text.Replace("-", "").Replace(" ", "").Replace(".", "");
        if (bare.StartsWith("+82", StringComparison.Ordinal))
            bare = "0" + bare[3..].TrimStart('0');

        return Shape().IsMatch(bare) ? bare : null;
    }

    /// <summary>As <see cref="Normalise"/>; blank is none.</summary>
    public static string? OrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : Normalise(text);

    [GeneratedRegex(@"\A0(?:1[016789][0-9]{7,8}|2[0-9]{7,8}|[3-6][0-9][0-9]{7,8}|70[0-9]{8}|50[0-9][0-9]{7,8})\z")]
    private static partial Regex Shape();
}
