using System.Globalization;
using System.Security.Cryptography;
using Joonbi.Domain;

namespace Joonbi.Api.Versions;

/// <summary>Which version of a resource somebody holds, as RFC 9110 spells it.</summary>
internal static class EntityTag
{
    /// <summary>
    /// The version is what a change demands; the rest tells apart what shows one version differently. Most things carry more than
    /// their own row (what was mailed, what was refunded), which moves on without a new version.
    /// </summary>
    public static string Of(int version, ReadOnlySpan<byte> content) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}-{Digest(content)}\"");

    /// <summary>For what has no version of its own: the same bytes, the same tag.</summary>
    public static string Of(ReadOnlySpan<byte> content) => $"\"{Digest(content)}\"";

    /// <summary>True when <c>If-None-Match</c> names this tag: the caller has it already.</summary>
    public static bool Matches(HttpRequest request, string tag)
    {
        foreach (var line in request.Headers.IfNoneMatch)
        {
            foreach (var candidate in (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (candidate == "*" || Strong(candidate) == tag)
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The version that an <c>If-Match</c> demands, or null when any will do. Who knows only the version says <c>"v3"</c>; of a whole
    /// tag the version alone counts, since a mail that went out meanwhile is no reason to refuse a change.
    /// </summary>
    /// <exception cref="StaleVersionException">It is not one of ours, so it cannot be the present one.</exception>
    public static int? Demanded(string? ifMatch)
    {
        if (ifMatch is null or "*")
            return null;

        return Strong(ifMatch.Trim()) is ['"', 'v', .. var rest, '"'] && rest.Split('-')[0] is var number && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new StaleVersionException();
    }

    private static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(..12));

    /// <summary>A proxy that compresses marks the tag as weak; for us it is the same version.</summary>
    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
