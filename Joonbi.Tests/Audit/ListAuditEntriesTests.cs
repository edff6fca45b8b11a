using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Audit;

internal sealed class ListAuditEntriesTests : ApiTest
{
    [Test]
    public async Task Says_who_did_what_to_which_thing_and_what_became_of_it()
    {
        var admin = await Admin("박준비");
        var id = await Rejected(admin);

        var entry = (await List("")).Single();

        Assert.That(
            (entry.GetProperty("actorId").GetGuid(), entry.GetProperty("actorName").GetString(), entry.GetProperty("action").GetString(), entry.GetProperty("subject").GetString(), entry.GetProperty("subjectId").GetString()),
            Is.EqualTo((admin.Id, "박준비", "consultation.reject", "consultation", id.ToString())));
        Assert.That(
            entry.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("field")}: {change.GetProperty("before")} > {change.GetProperty("after")}"),
            Is.EqualTo(new[] { "reason:  > 사유", "status: REQUESTED > REJECTED" }));
    }

    [Test]
    public async Task Can_be_narrowed_to_an_actor_an_action_and_a_subject()
    {
        var (one, two) = (await Admin(), await Admin());
        var id = await Rejected(one);
        await Body(await App.As(two).PostAsync($"/api/admin/consultations/{id}/overrule", null));
        await Rejected(two);

        Assert.That(await Actions($"?actor={one.Id}"), Is.EqualTo("consultation.reject"));
        Assert.That(await Actions("?action=consultation.overrule"), Is.EqualTo("consultation.overrule"));
        Assert.That(await Actions($"?subject=consultation&subjectId={id}"), Is.EqualTo("consultation.overrule,consultation.reject"));
        Assert.That(await Actions($"?subject=campaign&subjectId={id}"), Is.Empty);
    }

    [Test]
    public async Task Comes_in_parts_newest_first()
    {
        var admin = await Admin();
        var ids = new List<string> { (await Rejected(admin)).ToString(), (await Rejected(admin)).ToString() };

        var first = await Body(await App.As(admin).GetAsync("/api/admin/audit-log?limit=1"));
        var second = await Body(await App.As(admin).GetAsync($"/api/admin/audit-log?limit=1&cursor={first.GetProperty("nextCursor")}"));

        Assert.That(new[] { second, first }.Select(page => page.GetProperty("items")[0].GetProperty("subjectId").GetString()), Is.EqualTo(ids));
    }

    [TestCase("?actor=nobody")]
    [TestCase("?action=%00")]
    [TestCase("?limit=0")]
    public async Task Refuses_what_it_cannot_look_for(string query) =>
        await Problem(await App.As(await Admin()).GetAsync($"/api/admin/audit-log{query}"), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    private static async Task<Guid> Rejected(TestUser admin)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await Body(await App.As(admin).PostAsJsonAsync($"/api/admin/consultations/{id}/reject", new { reason = "사유" }));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        return id;
    }

    private static async Task<string> Actions(string query) => string.Join(',', (await List(query)).Select(entry => entry.GetProperty("action").GetString()).Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<JsonElement>> List(string query) =>
        [.. (await Body(await App.As(await Admin()).GetAsync($"/api/admin/audit-log{query}"))).GetProperty("items").EnumerateArray()];
}
