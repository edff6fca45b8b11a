using System.Globalization;
using System.Security.Cryptography;

namespace Joonbi.Sandbox;

/// <summary>Ids that look like the vendors': Discord's snowflakes, Resend's UUIDs, PortOne's transactions.</summary>
internal sealed class Ids(TimeProvider clock)
{
    private const long DiscordEpoch = 1_420_070_400_000;
    private long last;

    public string Snowflake()
    {
        var now = (clock.GetUtcNow().ToUnixTimeMilliseconds() - DiscordEpoch) << 22;
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref last);
            next = Math.Max(now, seen + 1);
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);
        return next.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>V1: imp_ and digits. V2: a UUID.</summary>
    public string Transaction(bool isV1) => isV1 ? $"imp_{Snowflake()}" : Uuid();

    public string Uuid()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
