namespace Joonbi.Infrastructure.Documents.Reading;

/// <summary>Which addresses become clickable. Everything else, <c>javascript:</c> and <c>file:</c> above all, stays plain text.</summary>
internal static class SafeLink
{
    private const int MaxLength = 2_000;
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    /// <summary>The address in ASCII, as PDF wants it, or null.</summary>
    public static string? Of(string? address) =>
        address is { Length: > 0 and <= MaxLength }
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Schemes.Contains(uri.Scheme)
            ? uri.AbsoluteUri
            : null;
}
