using Joonbi.Application;
using Joonbi.Infrastructure.Outbox;

namespace Joonbi.Tests.Outbox;

/// <summary>The lease of a message: who holds it may say how it went, and nobody else.</summary>
internal sealed class OutboxQueueTests : OutboxTest
{
    [Test]
    public async Task A_message_is_claimed_by_one_only()
    {
        await Write(App, Posts(5));

        var claims = await Task.WhenAll(Enumerable.Range(1, 40).Select(_ => Queue.Claim(Lane.Discord, default)));

        Assert.That(claims.OfType<OutboxMessage>().Select(message => message.Id), Is.Unique.And.Exactly(5).Items);
    }

    [Test]
    public async Task What_a_killed_process_held_comes_back_when_its_lease_is_over()
    {
        var customer = await Customer();
        await Write(App, Mails(customer, 1));
        var dead = await Queue.Claim(Lane.Email, default);

        App.Clock.Advance(OutboxQueue.Lease - TimeSpan.FromSeconds(1));
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Mails, Is.Empty);

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Mails.Single().Headers["Idempotency-Key"], Is.EqualTo(dead!.Id.ToString()), "the vendor recognises what the killed one may have sent");
    }

    [Test]
    public async Task A_late_word_of_who_has_lost_the_lease_changes_nothing()
    {
        await Write(App, Posts(1));
        var late = (await Queue.Claim(Lane.Discord, default))!;
        App.Clock.Advance(OutboxQueue.Lease);
        var holder = (await Queue.Claim(Lane.Discord, default))!;

        foreach (var word in new Outcome[] { new Outcome.Delivered(), new Outcome.Later(App.Clock.GetUtcNow(), Counts: true, "x"), new Outcome.Dead("x") })
            Assert.That(await Queue.Settle(late, word, default), Is.False, word.ToString());

        Assert.That(await App.Sql<(Guid, int, bool)>("select lease_token, attempts, processed_at is null and failed_at is null from outbox where id = @Id", new { holder.Id }), Is.EqualTo((holder.LeaseToken, 2, true)));
        Assert.That(await App.Sql<int>("select count(*)::int from outbox where event_type = 'OutboxMessageDied'"), Is.Zero);
        Assert.That(await Queue.Settle(holder, new Outcome.Delivered(), default), Is.True);
    }

    [Test]
    public async Task A_delivered_message_keeps_no_content()
    {
        await Write(App, Posts(1));

        await App.DeliverOutbox();

        Assert.That(await App.Sql<string>("select string_agg(distinct payload::text, ',') from outbox"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_message_for_another_version_of_the_program_is_put_back_and_does_not_count()
    {
        await Write(App, Posts(1));
        await App.Execute("update outbox set handler = 'NotYetWritten' where lane = 'DISCORD'");

        await App.DeliverOutbox();

        Assert.That(await Row(App, "NotYetWritten"), Is.EqualTo((0, 60d, false, (string?)null)));
    }

    [Test]
    public async Task A_process_that_dies_at_every_attempt_leaves_a_dead_letter_in_the_end()
    {
        await Write(App, Posts(1));
        for (var attempt = 1; attempt <= OutboxDelivery.MaxAttempts; attempt++)
        {
            Assert.That(await Queue.Claim(Lane.Discord, default), Is.Not.Null);
            App.Clock.Advance(OutboxQueue.Lease);
        }

        await App.DeliverOutbox();

        Assert.That((await Row(App, "PostToOperators")).Dead, Is.True);
        Assert.That(App.Vendors.Discord, Is.Empty);
    }
}
