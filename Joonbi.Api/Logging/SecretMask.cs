using System.Buffers;
using System.Text.RegularExpressions;

namespace Joonbi.Api.Logging;

/// <summary>
/// Takes out of a text what no log may keep: the configured secrets and what is inside them (a database's password, a
/// webhook's token), access tokens, tokens in paths and queries, and mail addresses.
/// </summary>
internal sealed partial class SecretMask
{
    private const string Dots = "••••••";

    /// <summary>Shorter parts of an address are words that stand everywhere.</summary>
    private const int ShortestPart = 6;

    /// <summary>Each pattern below holds one of them.</summary>
    private static readonly string[] Signs = ["/shared/", "token", "key", "code", "signature", "eyJ", "authorization", "cookie", "password", "bearer", "basic", "@"];

    private readonly string[] secrets;
    private readonly SearchValues<string> signs;

    public SecretMask(IEnumerable<string> secrets)
    {
        this.secrets = [.. secrets.SelectMany(WithParts).Where(secret => secret.Length > 0).Distinct().OrderByDescending(secret => secret.Length)];
        signs = SearchValues.Create([.. Signs, .. this.secrets], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>False for nearly every text, after one look at it, where hiding looks a dozen times.</summary>
    /// <returns>Whether there may be something to hide.</returns>
    public bool Suspects(string text) => text.AsSpan().ContainsAny(signs);

    public string Hide(string text)
    {
        if (!Suspects(text))
            return text;

        foreach (var secret in secrets)
            text = text.Replace(secret, Dots, StringComparison.Ordinal);

        text = TokenInPath().Replace(text, $"$1{Dots}");
        text = TokenInQuery().Replace(text, $"$1{Dots}");
        text = Jwt().Replace(text, Dots);
        text = Credentials().Replace(text, $"$1{Dots}");
        return text.Contains('@') ? Mail().Replace(text, Dots) : text;
    }

    private static IEnumerable<string> WithParts(string secret)
    {
        yield return secret;
        if (!Uri.TryCreate(secret, UriKind.Absolute, out var address))
            yield break;

        // A database's address ends in its name, which is no secret; a webhook's ends in its token.
        var password = address.UserInfo.Split(':', 2).ElementAtOrDefault(1) ?? "";
        var token = address.Scheme is "http" or "https" ? address.Segments[^1] : "";
        foreach (var part in new[] { password, token }.Where(part => part.Length >= ShortestPart))
        {
            yield return part;
            yield return Uri.UnescapeDataString(part);
        }
    }

    [GeneratedRegex("""(/shared/)[^/?\s"]+""", RegexOptions.IgnoreCase)]
    private static partial Regex TokenInPath();

    [GeneratedRegex("""([?&#][^=&\s]*(?:token|key|code|signature)=)[^&\s"]+""", RegexOptions.IgnoreCase)]
    private static partial Regex TokenInQuery();

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.[\w-]*")]
    private static partial Regex Jwt();

    [GeneratedRegex("""((?:Authorization|Cookie|x-internal-api-key|Password)\s*[:=]\s*(?:(?:Bearer|Basic)\s+)?|(?:Bearer|Basic)\s+)[^\s;,"]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Mail();
}
