using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Joonbi.Infrastructure.Vendors;

/// <summary>
/// Standard Webhooks 1.0.0: an HMAC over the delivery's id, the time of the attempt and the raw body. Several secrets may be
/// valid at once, for rotation. Every signature is compared with every secret to its end, so that the time tells nothing.
/// </summary>
public sealed class StandardWebhook(IReadOnlyList<string> secrets, TimeProvider clock)
{
    private const string Prefix = "whsec_";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private readonly byte[][] keys = [.. secrets.Select(Key)];

    /// <summary>The key that a secret spells in Base64, with or without its prefix.</summary>
    /// <exception cref="FormatException">It spells none.</exception>
    public static byte[] Key(string secret)
    {
        var key = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
        return key.Length > 0 ? key : throw new FormatException("The secret is empty.");
    }

    /// <summary>True when one of the secrets made one of the signatures, for exactly this, within five minutes.</summary>
    public bool IsGenuine(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(id) || signatures is null || !IsFresh(timestamp))
            return false;

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = keys.Select(key => HMACSHA256.HashData(key, signed)).ToList();
        var genuine = false;
        foreach (var shown in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var right in expected)
                genuine |= CryptographicOperations.FixedTimeEquals(right, Decode(shown));
        }

        return genuine;
    }

    private bool IsFresh(string? timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - (decimal)seconds) <= (decimal)Tolerance.TotalSeconds;

    /// <summary>Nothing for other versions and for what is no Base64: neither equals a digest.</summary>
    private static byte[] Decode(string signature)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        return signature.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64String(signature[3..], bytes, out var length) && length == bytes.Length
            ? bytes
            : [];
    }
}
