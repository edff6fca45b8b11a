using Joonbi.Application.Accounts;
using Joonbi.Domain;
using Joonbi.Infrastructure.Accounts;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Accounts;

/// <summary>The gate as it works in a running service: by memory as long as signals arrive, by the database when they do not.</summary>
internal sealed class RevokedSessionsTests : ApiTest
{
    private JoonbiApp replica = null!;
    private ISessionGate gate = null!;

    [SetUp]
    public async Task StartReplica()
    {
        replica = await TestRun.Replica();
        gate = replica.Services.GetRequiredService<ISessionGate>();
    }

    [TearDown]
    public async Task StopReplica() => await replica.DisposeAsync();

    [Test]
    public async Task Without_signals_the_database_is_asked()
    {
        var user = await Customer();
        Assert.That(await gate.IsOpen(user.SessionId, default), Is.True);

        await App.Execute("update sessions set revoked_at = now(), revoked_why = 'LOGOUT'");

        Assert.That(await gate.IsOpen(user.SessionId, default), Is.False);
    }

    [Test]
    public async Task With_signals_the_list_in_memory_decides_and_grows_by_signal()
    {
        var unstored = App.Services.GetRequiredService<IRandomSource>().NextId();
        await StartListening();
        Assert.That(await gate.IsOpen(unstored, default), Is.True, "the database was not asked, it would have said no");

        await App.Execute($"select pg_notify('{RevokedSessions.Channel}', @unstored::text)", new { unstored });

        Assert.That(() => gate.IsOpen(unstored, default).AsTask().Result, Is.False.After(5_000, 20));
    }

    [Test]
    public async Task What_was_ended_before_the_start_is_known_as_long_as_tokens_of_it_may_live()
    {
        var (recent, old) = (await Customer(), await Customer());
        await App.Execute("update sessions set revoked_why = 'LOGOUT', revoked_at = case when id = @SessionId then @now - interval '6 days' else @now - interval '8 days' end", new { recent.SessionId, now = App.Clock.GetUtcNow() });
        await StartListening();

        Assert.That(await gate.IsOpen(recent.SessionId, default), Is.False);
        Assert.That(await gate.IsOpen(old.SessionId, default), Is.True, "its access tokens have expired long ago: it need not be remembered");
    }

    private async Task StartListening()
    {
        var revoked = replica.Services.GetRequiredService<RevokedSessions>();
        replica.Clock.SetUtcNow(App.Clock.GetUtcNow());
        await replica.Services.GetRequiredService<DatabaseSignals>().StartAsync(default);
        await revoked.StartAsync(default);
        var unknown = App.Services.GetRequiredService<IRandomSource>().NextId();
        Assert.That(() => gate.IsOpen(unknown, default).AsTask().Result, Is.True.After(5_000, 20));
    }
}
