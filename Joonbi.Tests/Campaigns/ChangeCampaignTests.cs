using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Campaigns;

internal sealed class ChangeCampaignTests : ApiTest
{
    [Test]
    public async Task A_planned_campaign_gives_slots_at_once()
    {
        await App.Execute("update campaigns set active = false");
        var response = await App.As(await Admin()).PostAsJsonAsync("/api/admin/events", Draft(slots: 3));

        var body = await Body(response, HttpStatusCode.Created);
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo($"/api/admin/events/{body.GetProperty("id").GetGuid()}"));
        Assert.That((body.GetProperty("taken").GetInt32(), body.GetProperty("version").GetInt32(), body.GetProperty("active").GetBoolean()), Is.EqualTo((0, 1, true)));
        Assert.That((await Body(await App.AsNobody().GetAsync("/api/events/slots"))).GetProperty("left").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task The_list_shows_all_of_them_newest_first()
    {
        var id = await Planned();

        var page = await Body(await App.As(await Admin()).GetAsync("/api/admin/events?limit=1"));

        Assert.That(page.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid(), Is.EqualTo(id));
        Assert.That((await Body(await App.As(await Admin()).GetAsync($"/api/admin/events?cursor={page.GetProperty("nextCursor")}"))).GetProperty("items")[0].GetProperty("name").GetString(), Is.EqualTo("오픈 이벤트"));
    }

    [Test]
    public async Task Slots_never_go_below_what_is_taken()
    {
        var id = await Planned(slots: 3);
        await Take(2);

        await Problem(await Put(id, Draft(slots: 1)), HttpStatusCode.UnprocessableEntity, "SLOTS_BELOW_TAKEN");

        var body = await Body(await Put(id, Draft(slots: 2)));
        Assert.That((body.GetProperty("slots").GetInt32(), body.GetProperty("taken").GetInt32()), Is.EqualTo((2, 2)));
        await Take(1);
        Assert.That(await App.Sql<int>("select taken from campaigns where id = @id", new { id }), Is.EqualTo(2));
    }

    [Test]
    public async Task Who_held_an_older_version_is_refused()
    {
        var id = await Planned();
        var held = (await App.As(await Admin()).GetAsync($"/api/admin/events/{id}")).Headers.ETag!;
        await Body(await Put(id, Draft(name: "먼저 바꾼 이름"), held));

        await Problem(await Put(id, Draft(name: "나중 이름"), held), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
        Assert.That(await App.Sql<string>("select name from campaigns where id = @id", new { id }), Is.EqualTo("먼저 바꾼 이름"));
    }

    [Test]
    public async Task A_slot_that_is_taken_is_another_version()
    {
        var id = await Planned();
        var held = (await App.As(await Admin()).GetAsync($"/api/admin/events/{id}")).Headers.ETag!;
        await Take(1);

        await Problem(await Put(id, Draft(), held), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    [Test]
    public async Task Only_one_that_nobody_ever_used_can_be_deleted()
    {
        var used = await Planned();
        await Take(1);
        var unused = await Planned();
        var client = App.As(await Admin());

        await Problem(await client.DeleteAsync($"/api/admin/events/{used}"), HttpStatusCode.Conflict, "CAMPAIGN_IN_USE");
        await Body(await client.DeleteAsync($"/api/admin/events/{unused}"), HttpStatusCode.NoContent);
        await Problem(await client.DeleteAsync($"/api/admin/events/{unused}"), HttpStatusCode.NotFound, "CAMPAIGN_NOT_FOUND");
    }

    [Test]
    public async Task A_returned_slot_was_used_too()
    {
        var id = await Planned();
        await Take(1);
        await App.Execute("update slot_claims set returned_at = taken_at; update campaigns set taken = 0");

        await Problem(await App.As(await Admin()).DeleteAsync($"/api/admin/events/{id}"), HttpStatusCode.Conflict, "CAMPAIGN_IN_USE");
    }

    [Test]
    public async Task Every_change_is_in_the_audit_log_with_before_and_after()
    {
        var id = await Planned();
        await Put(id, Draft(slots: 7));
        await App.As(await Admin()).DeleteAsync($"/api/admin/events/{id}");

        Assert.That(
            await App.Sql<string>("select string_agg(concat_ws(' ', action, coalesce(before->>'slots', '-'), coalesce(after->>'slots', '-')), ', ' order by action) from audit_log where subject = 'campaign'"),
            Is.EqualTo("campaign.change 5 7, campaign.plan - 5, campaign.remove 7 -"));
    }

    [TestCase("name", "")]
    [TestCase("slots", -1)]
    [TestCase("endsAt", "2026-11-01T00:00:00+09:00")]
    public async Task Refuses_what_makes_no_sense(string field, object value)
    {
        var draft = Draft();
        draft[field] = value;

        var problem = await Problem(await App.As(await Admin()).PostAsJsonAsync("/api/admin/events", draft), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [TearDown]
    public Task RemoveFurtherCampaigns() => App.Execute("truncate consultations, slot_claims cascade; delete from campaigns where name <> '오픈 이벤트'");

    private static Dictionary<string, object?> Draft(string name = "겨울 이벤트", int slots = 5) =>
        new() { ["name"] = name, ["slots"] = slots, ["startsAt"] = "2026-11-01T00:00:00+09:00", ["endsAt"] = null };

    private static async Task<Guid> Planned(int slots = 5)
    {
        await App.Execute("update campaigns set active = false where name = '오픈 이벤트'");
        return (await Body(await App.As(await Admin()).PostAsJsonAsync("/api/admin/events", Draft(slots: slots)), HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task Take(int slots)
    {
        for (var i = 0; i < slots; i++)
            await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Consultations.Draft.Analysis());
    }

    private static async Task<HttpResponseMessage> Put(Guid id, object draft, EntityTagHeaderValue? held = null)
    {
        var client = App.As(await Admin());
        if (held is not null)
            client.DefaultRequestHeaders.IfMatch.Add(held);

        return await client.PutAsJsonAsync($"/api/admin/events/{id}", draft);
    }
}
