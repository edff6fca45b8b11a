using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Dashboard;

internal sealed class GetDashboardTests : ApiTest
{
    [Test]
    public async Task An_empty_studio_has_no_rates_and_every_status()
    {
        var board = await Board();

        var consultations = board.GetProperty("consultations");
        Assert.That(consultations.GetProperty("byStatus").EnumerateArray().Select(line => line.GetProperty("count").GetInt32()), Is.EqualTo(Enumerable.Repeat(0, 9)));
        Assert.That((consultations.GetProperty("completionRate").ValueKind, consultations.GetProperty("medianMinutes").ValueKind), Is.EqualTo((JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That((board.GetProperty("freeSlots").GetProperty("slots").GetInt32(), board.GetProperty("freeSlots").GetProperty("left").GetInt32()), Is.EqualTo((10, 10)));
        Assert.That(board.GetProperty("attention").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Counts_by_status_and_knows_what_is_left()
    {
        await Submitted(Draft.Simple());
        await Submitted(Draft.Analysis());
        await Submitted(Draft.Analysis(("description", "온라인 카지노")));

        var board = await Board();

        Assert.That(
            string.Join(' ', board.GetProperty("consultations").GetProperty("byStatus").EnumerateArray().Where(line => line.GetProperty("count").GetInt32() > 0).Select(line => $"{line.GetProperty("status")}={line.GetProperty("count")}")),
            Is.EqualTo("REQUESTED=2 REJECTED=1"));
        Assert.That(board.GetProperty("freeSlots").GetProperty("left").GetInt32(), Is.EqualTo(9));
    }

    [Test]
    public async Task A_day_begins_at_midnight_in_Seoul()
    {
        App.Clock.SetUtcNow(NextSeoulNoon());
        foreach (var ago in new[] { TimeSpan.FromHours(11), TimeSpan.FromHours(13), TimeSpan.FromHours(12 + 24 * 6 - 1), TimeSpan.FromHours(12 + 24 * 6 + 1) })
            await StoredAt(App.Clock.GetUtcNow() - ago);

        var consultations = (await Board()).GetProperty("consultations");

        Assert.That((consultations.GetProperty("newToday").GetInt32(), consultations.GetProperty("newLast7Days").GetInt32()), Is.EqualTo((1, 3)));
    }

    [Test]
    public async Task The_completion_rate_is_of_those_that_have_ended()
    {
        var admin = App.As(await Admin());
        foreach (var _ in Enumerable.Range(0, 3))
            await admin.PostAsJsonAsync($"/api/admin/consultations/{await Submitted(Draft.Simple())}/answer", new { body = "답변" });
        await admin.PostAsJsonAsync($"/api/admin/consultations/{await Submitted(Draft.Simple())}/reject", new { reason = "사유" });
        await Submitted(Draft.Simple());

        Assert.That((await Board()).GetProperty("consultations").GetProperty("completionRate").GetDouble(), Is.EqualTo(0.75));
    }

    [Test]
    public async Task The_median_is_from_the_first_trigger_to_the_result()
    {
        foreach (var minutes in new[] { 10, 30, 500 })
        {
            var id = await Submitted(Draft.Analysis());
            await App.Execute("update consultations set status = 'COMPLETED', completed_at = @at where id = @id", new { id, at = App.Clock.GetUtcNow().AddMinutes(minutes) });
        }

        Assert.That((await Board()).GetProperty("consultations").GetProperty("medianMinutes").GetDouble(), Is.EqualTo(30).Within(0.01));
    }

    [Test]
    public async Task What_waits_for_a_person_is_listed_longest_first()
    {
        var simple = await Submitted(Draft.Simple(("projectName", "답변 대기")));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var failed = await Submitted(Draft.Analysis(("projectName", "실패")));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var agent = await new Agent(App, failed).Started();
            await agent.Fail();
        }

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var silent = await Submitted(Draft.Analysis(("projectName", "무응답")));
        await App.Execute("update consultations set triggers = 4, triggered_at = @now where id = @silent", new { silent, now = App.Clock.GetUtcNow() });
        App.Clock.Advance(TimeSpan.FromMinutes(11));
        await App.Execute("update outbox set failed_at = @now where id = (select id from outbox limit 1)", new { now = App.Clock.GetUtcNow() });

        var attention = (await Board()).GetProperty("attention").EnumerateArray().ToList();

        Assert.That(attention.Select(item => item.GetProperty("kind").GetString()), Is.EqualTo(new[] { "UNANSWERED", "ANALYSIS_FAILED", "ANALYSIS_NOT_STARTED", "DELIVERY_DEAD" }));
        Assert.That(attention.Take(3).Select(item => item.GetProperty("id").GetGuid()), Is.EqualTo(new[] { simple, failed, silent }));
        Assert.That(attention[0].GetProperty("title").GetString(), Is.EqualTo("답변 대기"));
    }

    [Test]
    public async Task A_customers_reply_waits_until_the_studio_has_the_last_word()
    {
        var (customer, admin) = (await Customer(), App.As(await Admin()));
        var id = (await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await admin.PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body = "답변" });
        Assert.That((await Board()).GetProperty("attention").GetArrayLength(), Is.Zero);

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Wrote(customer, id);
        Assert.That((await Board()).GetProperty("attention").EnumerateArray().Select(item => $"{item.GetProperty("kind")} {item.GetProperty("id")}"), Is.EqualTo(new[] { $"REPLY_UNANSWERED {id}" }));

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await admin.PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body = "답변" });
        Assert.That((await Board()).GetProperty("attention").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_outbox_tells_what_waits_what_is_dead_and_how_old_the_oldest_is()
    {
        await Requested(await Customer());
        await Requested(await Customer());
        await App.Execute("update outbox set failed_at = @now where id = (select id from outbox limit 1)", new { now = App.Clock.GetUtcNow() });
        var waiting = await App.Sql<int>("select count(*)::int - 1 from outbox");
        App.Clock.Advance(TimeSpan.FromSeconds(90));

        var outbox = (await Board()).GetProperty("outbox");

        Assert.That((outbox.GetProperty("waiting").GetInt32(), outbox.GetProperty("dead").GetInt32(), outbox.GetProperty("oldestSeconds").GetInt32()), Is.EqualTo((waiting, 1, 90)));
    }

    private static async Task<JsonElement> Board() => await Body(await App.As(await Admin()).GetAsync("/api/admin/dashboard"));

    private static async Task<Guid> Submitted(Dictionary<string, object?> draft) =>
        (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations", draft), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    /// <summary>The clock only goes forward.</summary>
    private static DateTimeOffset NextSeoulNoon() => new(App.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(3), TimeSpan.Zero);

#pragma warning disable RS0030 // An id of that very time is what is tested.
    private static Task Wrote(TestUser customer, Guid id) => App.Execute(
        "insert into consultation_messages (id, consultation_id, author_id, author, body, created_at) values (@Message, @id, @Customer, 'CUSTOMER', '질문', @now)",
        new { Message = Guid.CreateVersion7(App.Clock.GetUtcNow()), id, Customer = customer.Id, now = App.Clock.GetUtcNow() });

    private static async Task StoredAt(DateTimeOffset at) => await App.Execute(
        """
        insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, features, created_at, updated_at)
        values (@Id, @Customer, 'SIMPLE', 'REQUESTED', '상담', '설명', '{}', '{}', @at, @at)
        """,
        new { Id = Guid.CreateVersion7(at), Customer = (await Customer()).Id, at });
#pragma warning restore RS0030
}
