using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class CorrectBriefTests : ApiTest
{
    [Test]
    public async Task A_reference_url_that_came_by_telephone_moves_it_on()
    {
        var id = await Submitted(Draft.Analysis(("referenceUrls", null)));

        var body = await Body(await Correct(id, new { referenceUrls = new[] { "https://example.com" } }));

        Assert.That((body.GetProperty("status").GetString(), body.GetProperty("projectName").GetString()), Is.EqualTo(("REQUESTED", "동네빵집")));
        Assert.That(await App.Sql<string>("select string_agg(kind || ' ' || actor, ',' order by seq) from consultation_events where consultation_id = @id", new { id }), Is.EqualTo("SUBMITTED CUSTOMER,ON_HOLD SYSTEM,CHANGED ADMIN,QUEUED SYSTEM"));
    }

    [Test]
    public async Task Null_clears_what_may_be_empty_and_nothing_else_changes()
    {
        var id = await Submitted(Draft.Simple());

        var body = await Body(await Correct(id, new { budgetMax = (long?)null }));

        Assert.That((body.GetProperty("budgetMin").GetInt64(), body.GetProperty("budgetMax").ValueKind), Is.EqualTo((3_000_000, System.Text.Json.JsonValueKind.Null)));
    }

    [Test]
    public async Task Who_held_an_older_version_is_refused()
    {
        var id = await Submitted(Draft.Simple());
        var held = (await App.As(await Admin()).GetAsync($"/api/admin/consultations/{id}")).Headers.ETag!;
        await Body(await Correct(id, new { projectName = "먼저" }, held));

        await Problem(await Correct(id, new { projectName = "나중" }, held), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    [Test]
    public async Task What_is_over_stays_as_it_was()
    {
        var id = await Submitted(Draft.Simple());
        await App.As(await Admin()).PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body = "답변" });

        await Problem(await Correct(id, new { projectName = "다른 이름" }), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    [Test]
    public async Task The_audit_log_shows_the_change_but_not_the_customers_sentences()
    {
        var id = await Submitted(Draft.Simple(("description", "제 번호는 010-1234-5678입니다.")));
        await Correct(id, new { projectName = "고친 이름", description = "번호를 지웠습니다." });

        Assert.That(await App.Sql<string>("select concat_ws(' ', action, before->>'projectName', after->>'projectName') from audit_log"), Is.EqualTo("consultation.correct 동네빵집 고친 이름"));
        Assert.That(await App.Sql<string>("select before::text || after::text from audit_log"), Does.Not.Contain("010").And.Not.Contain("번호"));
    }

    [TestCase("""{"budgetMin":9000000}""")]
    [TestCase("""{"referenceUrls":["javascript:alert(1)"]}""")]
    [TestCase("""{"status":"COMPLETED"}""")]
    public async Task Refuses_what_a_customer_could_not_hand_in_either(string json) =>
        Assert.That(
            (await App.As(await Admin()).PatchAsync($"/api/admin/consultations/{await Submitted(Draft.Simple())}", new StringContent(json, null, "application/json"))).StatusCode,
            Is.EqualTo(HttpStatusCode.BadRequest));

    private static async Task<HttpResponseMessage> Correct(Guid id, object change, EntityTagHeaderValue? held = null)
    {
        var client = App.As(await Admin());
        if (held is not null)
            client.DefaultRequestHeaders.IfMatch.Add(held);

        return await client.PatchAsJsonAsync($"/api/admin/consultations/{id}", change);
    }

    private static async Task<Guid> Submitted(Dictionary<string, object?> draft) =>
        (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations", draft), HttpStatusCode.Created)).GetProperty("id").GetGuid();
}
