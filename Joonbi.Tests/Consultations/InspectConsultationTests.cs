using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Ownership;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class InspectConsultationTests : ApiTest
{
    [Test]
    public async Task Shows_brief_customer_thread_attachments_and_documents()
    {
        var customer = await Customer("이꽃님");
        var things = await Belongings.Of(App, customer);

        var response = await App.As(await Admin()).GetAsync($"/api/admin/consultations/{things.Consultation}");

        var body = await Body(response);
        Assert.That(response.Headers.ETag?.Tag, Does.StartWith("\"v1-"));
        Assert.That(body.GetProperty("description").GetString(), Is.EqualTo("남의 이야기"));
        Assert.That(body.GetProperty("customer").GetProperty("email").GetString(), Is.EqualTo(customer.Email));
        Assert.That(body.GetProperty("attachments")[0].GetProperty("fileName").GetString(), Is.EqualTo("로고.png"));
        Assert.That(body.GetProperty("documents")[0].GetProperty("fileName").GetString(), Is.EqualTo("견적서.pdf"));
        Assert.That((body.GetProperty("messages")[0].GetProperty("authorName").GetString(), body.GetProperty("messages")[0].GetProperty("body").GetString()), Is.EqualTo(("이꽃님", "남의 말")));
    }

    [Test]
    public async Task Shows_every_version_of_a_document()
    {
        var things = await Belongings.Of(App, await Customer());
        await App.Execute("insert into documents select gen_random_uuid(), consultation_id, type, 2, markdown_hash, file_id, created_at from documents");

        var body = await Body(await App.As(await Admin()).GetAsync($"/api/admin/consultations/{things.Consultation}"));

        Assert.That(body.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("version").GetInt32()), Is.EqualTo(new[] { 2, 1 }));
    }

    [Test]
    public async Task Tells_the_story_of_its_runs()
    {
        var id = await Requested(await Customer());
        using var first = await new Agent(App, id).Started();
        await first.Progress(40, "화면 그리기");
        await first.Fail("모델이 응답하지 않습니다.");
        using var second = await new Agent(App, id).Started();

        var body = await Body(await App.As(await Admin()).GetAsync($"/api/admin/consultations/{id}"));

        var runs = body.GetProperty("runs").EnumerateArray().ToList();
        Assert.That(runs.Select(run => (run.GetProperty("id").GetGuid(), run.GetProperty("attempt").GetInt32(), run.GetProperty("error").GetString())), Is.EqualTo(new[] { (first.RunId!.Value, 1, "모델이 응답하지 않습니다."), (second.RunId!.Value, 2, (string?)null) }));
        Assert.That(runs[0].GetProperty("failedAt").GetString(), Does.EndWith("Z"));
        Assert.That(
            body.GetProperty("timeline").EnumerateArray().Select(line => $"{line.GetProperty("kind")} {line.GetProperty("percent")}{line.GetProperty("text")}".Trim()),
            Is.EqualTo(new[] { "SUBMITTED", "QUEUED", "STARTED", "PROGRESS 40화면 그리기", "ATTEMPT_FAILED 모델이 응답하지 않습니다.", "QUEUED", "STARTED" }));
    }

    [Test]
    public async Task Names_what_went_out_and_what_is_still_to_go()
    {
        var admin = await Admin();
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();
        await App.Execute("update outbox set failed_at = now(), last_error = '503' where handler = 'PostTrigger'");

        var body = await Body(await App.As(admin).GetAsync($"/api/admin/consultations/{id}"));

        var started = body.GetProperty("timeline").EnumerateArray().Single(line => line.GetProperty("kind").GetString() == "STARTED");
        Assert.That(started.GetProperty("reference").GetString(), Is.EqualTo(agent.RunId.ToString()));
        var dead = body.GetProperty("deliveries").EnumerateArray().Single(line => line.GetProperty("handler").GetString() == "PostTrigger");
        Assert.That((dead.GetProperty("lane").GetString(), dead.GetProperty("lastError").GetString(), dead.GetProperty("failedAt").ValueKind), Is.EqualTo(("DISCORD", "503", System.Text.Json.JsonValueKind.String)));
    }

    [Test]
    public async Task Who_holds_it_is_told_that_a_delivery_moved_on_though_the_consultation_did_not()
    {
        var id = await Requested(await Customer());
        var client = App.As(await Admin());
        client.DefaultRequestHeaders.IfNoneMatch.Add((await client.GetAsync($"/api/admin/consultations/{id}")).Headers.ETag!);

        await Body(await client.GetAsync($"/api/admin/consultations/{id}"), HttpStatusCode.NotModified);
        await App.Execute("update outbox set failed_at = now(), last_error = '503' where handler = 'PostTrigger'");
        await Body(await client.GetAsync($"/api/admin/consultations/{id}"));
    }

    [Test]
    public async Task One_that_does_not_exist_is_not_found() =>
        await Problem(await App.As(await Admin()).GetAsync($"/api/admin/consultations/{Guid.Empty}"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");

    [TestCase("answer")]
    [TestCase("close")]
    [TestCase("reject")]
    [TestCase("overrule")]
    [TestCase("retry")]
    public async Task Nothing_can_be_done_to_one_that_does_not_exist(string what) =>
        await Problem(
            await App.As(await Admin()).PostAsJsonAsync($"/api/admin/consultations/{Guid.Empty}/{what}", what switch { "answer" => new { body = "글" }, "reject" => new { reason = "글" }, _ => (object)new { } }),
            HttpStatusCode.NotFound,
            "CONSULTATION_NOT_FOUND");
}
