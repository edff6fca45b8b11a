using System.Security.Cryptography;

namespace Joonbi.Sandbox.PortOne;

/// <summary>V1's access token: half an hour long the same to everybody who asks; in its last minute it is prolonged by five.</summary>
internal sealed class V1Tokens(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Prolonged = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private (string Value, DateTimeOffset Ends) token;

    public (string Value, DateTimeOffset Ends) Give()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            token = token.Ends <= now ? (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)), now + Life)
                : token.Ends - now < LastMinute ? (token.Value, token.Ends + Prolonged)
                : token;
            return token;
        }
    }

    public bool IsGood(string shown)
    {
        lock (gate)
        {
            return token.Value == shown && clock.GetUtcNow() < token.Ends;
        }
    }
}
