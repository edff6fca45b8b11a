using System.Net;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Outbox;

internal sealed class RetryDeliveryTests : VendorTrouble
{
    [Test]
    public async Task A_dead_trigger_is_listed_without_what_it_should_have_said()
    {
        var id = await DeadTrigger();

        var message = (await List("")).Single();

        Assert.That(
            (message.GetProperty("id").GetGuid(), message.GetProperty("lane").GetString(), message.GetProperty("eventType").GetString(), message.GetProperty("handler").GetString()),
            Is.EqualTo((id, "DISCORD", "AnalysisQueued", "PostTrigger")));
        Assert.That(message.GetProperty("lastError").GetString(), Does.Contain("400"));
        Assert.That(message.EnumerateObject().Select(member => member.Name), Is.EquivalentTo(new[] { "id", "lane", "eventType", "handler", "consultationId", "attempts", "occurredAt", "failedAt", "lastError" }));
    }

    [Test]
    public async Task The_list_can_be_narrowed_to_a_lane()
    {
        await DeadTrigger();

        Assert.That((await List("?lane=DISCORD")).Count, Is.EqualTo(1));
        Assert.That(await List("?lane=EMAIL"), Is.Empty);
    }

    [Test]
    public async Task Sent_again_it_arrives()
    {
        var id = await DeadTrigger();

        await Body(await Retry(await Admin(), id), HttpStatusCode.Accepted);
        Assert.That(await App.Sql<int>("select attempts from outbox where id = @id", new { id }), Is.Zero);
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));
        Assert.That(await App.Sql<bool>("select processed_at is not null and failed_at is null from outbox where id = @id", new { id }), Is.True);
        Assert.That(await List(""), Is.Empty);
    }

    [Test]
    public async Task Twenty_retries_at_once_deliver_it_once()
    {
        var (admin, id) = (await Admin(), await DeadTrigger());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Retry(admin, id)));

        // A refused retry holds the row a moment beyond its answer; who claims passes over what is locked, and looks again.
        for (var look = 1; look <= 100 && App.Vendors.Discord.Count == 0; look++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.DeliverOutbox()));

        Assert.That((answers.Count(answer => answer.StatusCode is HttpStatusCode.Accepted), answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict)), Is.EqualTo((1, 19)));
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));
        Assert.That(await App.Sql<int>("select count(*)::int from audit_log"), Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_is_not_dead_is_left_alone()
    {
        await Requested(await Customer());
        var waiting = await App.Sql<Guid>("select id from outbox limit 1");

        await Problem(await Retry(await Admin(), waiting), HttpStatusCode.Conflict, "OUTBOX_MESSAGE_NOT_DEAD");
        await Problem(await Retry(await Admin(), Guid.Empty), HttpStatusCode.NotFound, "OUTBOX_MESSAGE_NOT_FOUND");
    }

    [Test]
    public async Task The_audit_log_tells_how_it_had_died()
    {
        var (admin, id) = (await Admin(), await DeadTrigger());
        await Retry(admin, id);

        Assert.That(
            await App.Sql<string>("select concat_ws(' ', action, subject_id, actor_id, before->>'handler', before->>'attempts', before->>'lastError' like '%400%', after->>'attempts') from audit_log"),
            Is.EqualTo($"outbox.retry {id} {admin.Id} PostTrigger 1 t 0"));
    }

    /// <summary>Discord refuses the post. What tells of the death is delivered, and the vendors forget what they saw.</summary>
    private static async Task<Guid> DeadTrigger()
    {
        await Requested(await Customer());
        App.Vendors.AnswerAll(400, new { code = 50035, message = "Invalid Form Body" });
        await App.DeliverOutbox();
        await App.Execute("delete from outbox where event_type = 'OutboxMessageDied'");
        App.Vendors.Reset();
        App.Clock.Advance(TimeSpan.FromHours(2));
        return await App.Sql<Guid>("select id from outbox where failed_at is not null");
    }

    private static Task<HttpResponseMessage> Retry(TestUser admin, Guid id) => App.As(admin).PostAsync($"/api/admin/outbox/{id}/retry", null);

    private static async Task<IReadOnlyList<JsonElement>> List(string query) =>
        [.. (await Body(await App.As(await Admin()).GetAsync($"/api/admin/outbox{query}"))).GetProperty("items").EnumerateArray()];
}
