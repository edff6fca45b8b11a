using System.Globalization;
using System.Security.Cryptography;
using Joonbi.Domain;

namespace Joonbi.Api.Versions;

/// <summary>Which version of a resource somebody holds, as RFC 9110 spells it.</summary>
internal static class EntityTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    /// <summary>For what has no version of its own: the same bytes, the same tag.</summary>
    public static string Of(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(..12))}\"";

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

    /// <summary>The version that an <c>If-Match</c> demands, or null when any will do.</summary>
    /// <exception cref="StaleVersionException">It is not one of ours, so it cannot be the present one.</exception>
    public static int? Demanded(string? ifMatch)
    {
        if (ifMatch is null or "*")
            return null;

        return Strong(ifMatch.Trim()) is ['"', 'v', .. var number, '"'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new StaleVersionException();
    }

    /// <summary>A proxy that compresses marks the tag as weak; for us it is the same version.</summary>
    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
