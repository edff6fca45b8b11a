namespace Joonbi.Application.Analyses;

/// <summary>Which addresses an agent may send: they become links and pictures on a customer's page.</summary>
internal static class AddressRules
{
    private const int MaxLength = 2_048;

    /// <summary>https, on figma.com or below it; none is fine.</summary>
    public static IRuleBuilderOptions<T, string?> FigmaAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || (IsSecure(text, out var host) && IsFigma(host))).WithMessage("https://www.figma.com 주소여야 합니다.");

    /// <summary>https, anywhere; none is fine.</summary>
    public static IRuleBuilderOptions<T, string?> SecureAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || IsSecure(text, out _)).WithMessage("https 주소여야 합니다.");

    private static bool IsFigma(string host) =>
        host.Equals("figma.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".figma.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>No user part and no spaces or control characters: what stands before the host must not look like one.</summary>
    private static bool IsSecure(string text, out string host)
    {
        host = "";
        if (text.Length > MaxLength || text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\'))
            return false;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0 || !uri.IsDefaultPort)
            return false;

        host = uri.IdnHost;
        return host.Contains('.');
    }
}
