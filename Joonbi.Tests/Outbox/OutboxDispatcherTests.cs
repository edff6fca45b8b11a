using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Outbox;

/// <summary>Dispatchers at work, several at once, with vendors that hang.</summary>
internal sealed class OutboxDispatcherTests : OutboxTest
{
    [Test]
    public async Task Four_dispatchers_deliver_200_messages_once_each()
    {
        await Write(App, Posts(200));

        var dispatchers = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => StartDispatcher()));
        await Until(async () => await App.Sql<int>("select count(*)::int from outbox where processed_at is null") == 0, "every message is delivered");
        await Task.WhenAll(dispatchers.Select(StopAtOnce));

        Assert.That(App.Vendors.Discord.Select(call => call.Body.GetProperty("embeds")[0].GetProperty("title").GetString()), Is.Unique.And.Exactly(200).Items);
        Assert.That(await App.Sql<int>("select max(attempts) from outbox"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_hanging_destination_delays_no_other_and_gives_its_messages_back_at_the_stop()
    {
        var customer = await Customer();
        await Write(App, [.. Posts(20), .. Mails(customer, 20)]);
        App.Vendors.Instead = async (context, call) =>
        {
            if (call.Path.StartsWith("/resend/", StringComparison.Ordinal))
                return false;

            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        var dispatcher = await StartDispatcher();
        await Until(async () => await App.Sql<int>("select count(*)::int from outbox where lane <> 'DISCORD' and processed_at is null") == 0, "mails go on");
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(20));
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(8), "the lane's own places, and no more");

        await StopAtOnce(dispatcher);
        Assert.That(
            await App.Sql<string>("select string_agg(distinct concat_ws(' ', attempts, lease_token, processed_at, failed_at, available_at <= @now), ',') from outbox where lane = 'DISCORD'", new { now = App.Clock.GetUtcNow() }),
            Is.EqualTo("0 t"), "given back: uncounted, unleased, due at once");
    }

    [Test]
    public async Task A_commit_wakes_a_dispatcher_at_once_wherever_it_sleeps()
    {
        using var signals = ActivatorUtilities.CreateInstance<DatabaseSignals>(App.Services);
        var dispatcher = await StartDispatcher(signals);
        await signals.StartAsync(default);
        await Until(() => signals.Listening, "it listens");

        // The test's clock stands still: neither the poll nor any timer can be what wakes it.
        await Write(App, Posts(1));

        await Until(() => App.Vendors.Discord.Count == 1, "it was woken");
        await StopAtOnce(dispatcher);
        await signals.StopAsync(default);
    }

    [Test]
    public async Task A_message_for_later_is_not_delivered_before_its_time()
    {
        await App.InScope(async services =>
        {
            await services.GetRequiredService<Joonbi.Application.IOutbox>().Write(Posts(1).Single(), App.Clock.GetUtcNow().AddMinutes(10), default);
            await services.GetRequiredService<Joonbi.Application.IUnitOfWork>().Commit(default);
            return true;
        });

        App.Clock.Advance(TimeSpan.FromSeconds(599));
        Assert.That(await App.DeliverOutbox(), Is.Zero);

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_leaves_for_a_command_that_was_undone()
    {
        await App.InScope(async services =>
        {
            await services.GetRequiredService<Joonbi.Application.IOutbox>().Write(Posts(1).Single(), default);
            return true;
        });

        Assert.That(await App.DeliverOutbox(), Is.Zero);
    }
}
