using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Api.OpenApi;
using Joonbi.Domain;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Consultations;

internal sealed class ChangeBriefTests : ApiTest
{
    private TestUser customer = null!;

    [SetUp]
    public async Task SignIn() => customer = await Customer();

    [Test]
    public async Task What_is_absent_stays_and_null_clears_what_may_be_empty()
    {
        var id = await Submitted(Draft.Simple());

        var body = await Body(await Change(id, """{ "projectName": " 새 이름 ", "budgetMin": null, "desiredDate": null }"""));

        Assert.That((Text(body, "projectName"), body.GetProperty("budgetMin").ValueKind, body.GetProperty("desiredDate").ValueKind), Is.EqualTo(("새 이름", JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That((body.GetProperty("budgetMax").GetInt64(), body.GetProperty("features").GetArrayLength()), Is.EqualTo((5_000_000, 2)));
        Assert.That(Text(body, "description"), Does.StartWith("빵집 홈페이지를"));
    }

    [TestCase("""{ "projectName": null }""", "projectName")]
    [TestCase("""{ "projectName": "  " }""", "projectName")]
    [TestCase("""{ "projectName": "" }""", "projectName")]
    [TestCase("""{ "projectName": 1 }""", "projectName")]
    [TestCase("""{ "description": "널\u0000문자" }""", "description")]
    [TestCase("""{ "referenceUrls": null }""", "referenceUrls")]
    [TestCase("""{ "referenceUrls": ["https://example.com", "javascript:alert(1)"] }""", "referenceUrls[1]")]
    [TestCase("""{ "features": [null] }""", "features[0]")]
    [TestCase("""{ "budgetMin": -1 }""", "budgetMin")]
    [TestCase("""{ "budgetMin": 5000001 }""", "budgetMin")]
    [TestCase("""{ "budgetMax": 2999999 }""", "budgetMax")]
    [TestCase("""{ "budgetMax": "많이" }""", "budgetMax")]
    [TestCase("""{ "desiredDate": "2026-11-22" }""", "desiredDate")]
    [TestCase("""{ "kind": "SIMPLE" }""", "kind")]
    public async Task Refuses_what_is_no_brief_and_names_the_field(string change, string field)
    {
        var id = await Submitted(Draft.Analysis());

        var problem = await Problem(await Change(id, change), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        Assert.That(await Version(id), Is.EqualTo(1));
    }

    [Test]
    public async Task A_desired_date_that_has_passed_since_does_not_forbid_other_changes()
    {
        var id = await Submitted(Draft.Simple(("desiredDate", "2099-01-31")));
        await App.Execute("update consultations set desired_date = '2020-01-01' where id = @id", new { id });

        await Body(await Change(id, """{ "projectName": "새 이름" }"""));
    }

    [Test]
    public async Task Who_holds_an_older_version_gets_412_and_a_change_raises_the_version()
    {
        var id = await Submitted(Draft.Simple());

        var first = await Change(id, """{ "projectName": "첫 번째" }""", "\"v1\"");
        await Problem(await Change(id, """{ "projectName": "두 번째" }""", "\"v1\""), HttpStatusCode.PreconditionFailed, "VERSION_STALE");

        Assert.That((first.Headers.ETag?.Tag.Split('-')[0], Text(await Body(first), "projectName")), Is.EqualTo(("\"v2", "첫 번째")));
        await Body(await Change(id, """{ "projectName": "두 번째" }""", "\"v2\""));
    }

    [Test]
    public async Task Of_ten_simultaneous_changes_of_one_version_one_wins()
    {
        var id = await Submitted(Draft.Simple());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Change(id, $$"""{ "projectName": "{{number}}번" }""", "\"v1\"")));

        Assert.That(answers.Select(answer => (int)answer.StatusCode).Order(), Is.EqualTo(new[] { 200 }.Concat(Enumerable.Repeat(412, 9))));
    }

    [Test]
    public async Task A_url_for_one_on_hold_takes_a_free_slot_and_sends_the_trigger()
    {
        var id = await Submitted(Draft.Analysis(("referenceUrls", null)));

        var body = await Body(await Change(id, """{ "referenceUrls": ["https://example.com"] }"""));

        Assert.That((Text(body, "status"), body.GetProperty("freeSlot").GetBoolean()), Is.EqualTo(("REQUESTED", true)));
        Assert.That(await Timeline(id), Is.EqualTo("SUBMITTED,ON_HOLD,CHANGED,QUEUED"));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_url_for_one_on_hold_without_a_free_slot_makes_the_fee_due()
    {
        var id = await Submitted(Draft.Analysis(("referenceUrls", null)));
        await App.Execute("update campaigns set taken = slots");

        Assert.That(Text(await Body(await Change(id, """{ "referenceUrls": ["https://example.com"] }""")), "status"), Is.EqualTo("AWAITING_PAYMENT"));
    }

    [Test]
    public async Task Without_a_url_it_stays_on_hold_and_is_not_asked_again()
    {
        var id = await Submitted(Draft.Analysis(("referenceUrls", null)));

        Assert.That(Text(await Body(await Change(id, """{ "budgetMax": 9000000 }""")), "status"), Is.EqualTo("ON_HOLD"));
        Assert.That(await Timeline(id), Is.EqualTo("SUBMITTED,ON_HOLD,CHANGED"));
    }

    [Test]
    public async Task The_last_url_of_an_analysis_on_its_way_cannot_be_taken_out()
    {
        var id = await Submitted(Draft.Analysis());

        await Problem(await Change(id, """{ "referenceUrls": [] }"""), HttpStatusCode.UnprocessableEntity, "REFERENCE_URL_REQUIRED");
    }

    [TestCase("""{ "description": "온라인 카지노를 만들고 싶어요." }""", "FORBIDDEN_CONTENT")]
    [TestCase("""{ "budgetMin": null, "budgetMax": 99999 }""", "BUDGET_TOO_LOW")]
    public async Task A_changed_brief_is_screened_again_and_its_slot_is_taken_by_the_next(string change, string code)
    {
        await App.Execute("update campaigns set taken = slots - 1");
        var id = await Submitted(Draft.Analysis());

        var body = await Body(await Change(id, change));

        Assert.That((Text(body, "status"), Text(body.GetProperty("rejection"), "code")), Is.EqualTo(("REJECTED", code)));
        var next = await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Draft.Analysis());
        Assert.That((await Body(next, HttpStatusCode.Created)).GetProperty("freeSlot").GetBoolean(), Is.True);
    }

    [Test]
    public async Task What_an_admin_has_overruled_is_not_screened_again()
    {
        var id = await Submitted(Draft.Simple());
        await App.Execute("update consultations set screening_overruled = true where id = @id", new { id });

        Assert.That(Text(await Body(await Change(id, """{ "projectName": "온라인 카지노" }""")), "status"), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task Nothing_changes_while_the_agent_works_or_after_it_has_delivered()
    {
        var id = await Submitted(Draft.Analysis());
        using var agent = await new Agent(App, id).Started();
        await Problem(await Change(id, """{ "projectName": "새 이름" }"""), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        await Body(await agent.Give());
        await Body(await agent.Fail(), HttpStatusCode.NoContent);

        var problem = await Problem(await Change(id, """{ "projectName": "새 이름" }"""), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
        Assert.That(Text(problem, "currentStatus"), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task Attachments_are_replaced_by_the_list_and_what_is_left_out_is_free_again()
    {
        var (first, second) = (await File(), await File());
        var id = await Submitted(Draft.Simple(("attachmentIds", new[] { first })));

        var body = await Body(await Change(id, $$"""{ "attachmentIds": ["{{second}}"] }"""));
        Assert.That(body.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("fileId").GetGuid()), Is.EqualTo(new[] { second }));

        await Submitted(Draft.Simple(("attachmentIds", new[] { first })));
        await Problem(await Change(id, $$"""{ "projectName": "새 이름", "attachmentIds": ["{{first}}"] }"""), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That((await Version(id), await App.Sql<int>("select count(*)::int from attachments where consultation_id = @id", new { id })), Is.EqualTo((2, 1)), "A refused change leaves nothing behind.");
    }

    [Test]
    public async Task Anothers_does_not_exist()
    {
        var id = await Requested(await Customer());

        await Problem(await Change(id, """{ "projectName": "내 것" }"""), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }

    [Test]
    public async Task The_document_describes_each_member_as_its_value_and_none_as_required()
    {
        var schema = JsonSerializer.Deserialize<JsonElement>(await ApiDocument.Text(App.Services)).GetProperty("components").GetProperty("schemas").GetProperty("BriefChange");
        var members = schema.GetProperty("properties");

        Assert.That(schema.TryGetProperty("required", out _), Is.False);
        Assert.That((Text(members.GetProperty("projectName"), "type"), members.GetProperty("projectName").GetProperty("maxLength").GetInt32(), members.GetProperty("projectName").TryGetProperty("nullable", out _)), Is.EqualTo(("string", 100, false)));
        Assert.That((Text(members.GetProperty("budgetMin"), "type"), members.GetProperty("budgetMin").GetProperty("nullable").GetBoolean()), Is.EqualTo(("integer", true)));
        Assert.That((members.GetProperty("referenceUrls").GetProperty("maxItems").GetInt32(), members.GetProperty("referenceUrls").GetProperty("items").GetProperty("maxLength").GetInt32()), Is.EqualTo((10, 2_048)));
    }

    private async Task<Guid> Submitted(object draft) =>
        (await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", draft), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private Task<HttpResponseMessage> Change(Guid id, string change, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/consultations/{id}") { Content = new StringContent(change, null, "application/json") };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);

        return App.As(customer).SendAsync(request);
    }

    private async Task<Guid> File()
    {
        var id = App.Services.GetRequiredService<IRandomSource>().NextId();
        await App.Execute(
            """
            insert into files (id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at)
            values (@id, @owner, 'ATTACHMENT', @id::text, 'a.pdf', 'application/pdf', 10, decode(repeat('00', 32), 'hex'), @now)
            """,
            new { id, owner = customer.Id, now = App.Clock.GetUtcNow() });
        return id;
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static Task<int> Version(Guid id) => App.Sql<int>("select version from consultations where id = @id", new { id });

    private static Task<string?> Timeline(Guid id) =>
        App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id });
}
