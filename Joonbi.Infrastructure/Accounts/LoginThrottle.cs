using System.Net;
using System.Net.Sockets;
using Joonbi.Application.Accounts;
using Joonbi.Domain;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>
/// Failures in <c>login_throttle</c>, under names that tell neither account nor address. After some free ones the wait doubles
/// with each, up to a bound: an account's is short, since anybody can fail on another's account and lock them out; an
/// address's is long.
/// </summary>
internal sealed class LoginThrottle(ReadDb db, ISecretTokens tokens, TimeProvider clock) : ILoginThrottle
{
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    private sealed record Patience(string Key, int Free, TimeSpan Longest);

    public async Task Enter(string email, string ipAddress, CancellationToken ct)
    {
        await Count(Address(ipAddress), ct);
        await Count(Account(email), ct);
    }

    public async Task Pass(string email, string ipAddress, CancellationToken ct)
    {
        await Forgive(email, ct);
        await db.Execute(
            "update login_throttle set failures = greatest(failures - 1, 0), blocked_until = @Now where key = @Key",
            new { Address(ipAddress).Key, Now = clock.GetUtcNow() },
            ct);
    }

    public Task Forgive(string email, CancellationToken ct) =>
        db.Execute("delete from login_throttle where key = @Key", new { Account(email).Key }, ct);

    private async Task Count(Patience patience, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counted = await db.Execute(
            """
            insert into login_throttle as known (key, failures, last_failed_at, blocked_until)
            values (@Key, 1, @now, @now)
            on conflict (key) do update
               set failures = case when known.last_failed_at < @Forgotten then 1 else known.failures + 1 end,
                   last_failed_at = @now,
                   blocked_until = case when known.last_failed_at < @Forgotten or known.failures + 1 < @Free then @now
                                        else @now + least(@Longest, interval '1 second' * power(2, least(known.failures + 1 - @Free, 20))) end
             where known.blocked_until <= @now
            """,
            new { patience.Key, patience.Free, patience.Longest, now, Forgotten = now - Forget },
            ct);
        if (counted == 0)
            throw new TooManyAttemptsException(await db.One<DateTimeOffset>("select coalesce(max(blocked_until), @now) from login_throttle where key = @Key", new { patience.Key, now }, ct) - now);
    }

    private Patience Account(string email) => new(tokens.Pseudonym("account", email), 5, TimeSpan.FromMinutes(1));

    private Patience Address(string ipAddress) => new(tokens.Pseudonym("address", Network(ipAddress)), 20, TimeSpan.FromMinutes(15));

    /// <summary>Whoever has one address of IPv6 has the 2^64 of its network.</summary>
    private static string Network(string ipAddress) =>
        IPAddress.TryParse(ipAddress, out var address) && address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(..8))
            : ipAddress;
}
