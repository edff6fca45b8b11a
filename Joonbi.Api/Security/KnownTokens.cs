using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace Joonbi.Api.Security;

/// <summary>
/// Access tokens whose signature was checked, and whose they are. Checking one costs a tenth of reading a list,
/// and a browser shows the same one hundreds of times. Only the very same text is found again, and never after its end.
/// </summary>
internal sealed class KnownTokens(TimeProvider clock) : IDisposable
{
    /// <summary>Some five megabytes at the most; who is not among them is checked again.</summary>
    private const int Most = 2_000;

    /// <summary>A token that nobody shows any more makes room.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly MemoryCache tokens = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <returns>The person, or null when the token is new or has expired.</returns>
    public ClaimsPrincipal? Find(string token) =>
        tokens.TryGetValue(token, out Known? known) && clock.GetUtcNow().UtcDateTime < known!.ExpiresAt ? known.Person : null;

    /// <param name="token">It passed every check.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="expiresAt">In UTC.</param>
    public void Keep(string token, ClaimsPrincipal person, DateTime expiresAt) =>
        tokens.Set(token, new Known(person, expiresAt), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Idle });

    public void Dispose() => tokens.Dispose();

    private sealed record Known(ClaimsPrincipal Person, DateTime ExpiresAt);
}
