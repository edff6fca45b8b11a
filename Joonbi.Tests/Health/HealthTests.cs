using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Health;

internal sealed class HealthTests : ApiTest
{
    [Test]
    public async Task Tells_version_database_and_outbox_to_anybody()
    {
        var health = await Body(await App.AsNobody().GetAsync("/api/health"));

        Assert.That(health.GetProperty("status").GetString(), Is.EqualTo("ok"));
        Assert.That(health.GetProperty("version").GetString(), Does.StartWith("0.1.0"));
        Assert.That(health.GetProperty("database").GetString(), Is.EqualTo("ok"));
        Assert.That(health.GetProperty("outbox").ToString(), Is.EqualTo("""{"oldestSeconds":0,"failed":0}"""));
    }

    [Test]
    public async Task Is_degraded_while_a_message_waits_too_long()
    {
        await Message(App.Clock.GetUtcNow().AddSeconds(-301), failed: false);

        var health = await Body(await App.AsNobody().GetAsync("/api/health"));

        Assert.That(health.GetProperty("status").GetString(), Is.EqualTo("degraded"));
        Assert.That(health.GetProperty("outbox").GetProperty("oldestSeconds").GetInt32(), Is.EqualTo(301));
    }

    [Test]
    public async Task Is_degraded_while_a_dead_letter_lies_about()
    {
        await Message(App.Clock.GetUtcNow(), failed: true);

        var health = await Body(await App.AsNobody().GetAsync("/api/health"));

        Assert.That(health.GetProperty("status").GetString(), Is.EqualTo("degraded"));
        Assert.That(health.GetProperty("outbox").GetProperty("failed").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_alive_and_ready() => Assert.Multiple(async () =>
    {
        await Body(await App.AsNobody().GetAsync("/api/health/live"));
        await Body(await App.AsNobody().GetAsync("/api/health/ready"));
    });

    [Test]
    public async Task Is_not_ready_while_a_script_is_missing()
    {
        await App.Execute("update schema_migrations set name = 'gone-' || name where name like '0008%'");
        try
        {
            var probe = await Body(await App.AsNobody().GetAsync("/api/health/ready"), HttpStatusCode.ServiceUnavailable);

            Assert.That(probe.GetProperty("reason").GetString(), Does.Contain("마이그레이션"));
        }
        finally
        {
            await App.Execute("update schema_migrations set name = substr(name, 6) where name like 'gone-%'");
        }
    }

    private static Task Message(DateTimeOffset at, bool failed) => App.Execute(
        """
        insert into outbox (id, lane, event_type, handler, payload, occurred_at, available_at, failed_at)
        values (gen_random_uuid(), 'EMAIL', 'X', 'Y', '{}', @at, @at, case when @failed then @at end)
        """,
        new { at, failed });
}
