using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class RecordProgressTests : ApiTest
{
    [Test]
    public async Task Shows_percent_stage_and_note_and_prolongs_the_lease()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();
        App.Clock.Advance(TimeSpan.FromMinutes(15));

        await Body(await agent.Progress(40, "견적 계산", "가격표를 보고 있습니다."), HttpStatusCode.NoContent);

        Assert.That(await App.Sql<string>("select concat_ws('|', percent, stage, note) from consultations where id = @id", new { id }), Is.EqualTo("40|견적 계산|가격표를 보고 있습니다."));
        Assert.That(await App.Sql<bool>("select lease_until = @until from consultations where id = @id", new { id, until = App.Clock.GetUtcNow().AddMinutes(20) }), Is.True);
    }

    [Test]
    public async Task Fifty_copies_are_one_event()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => agent.Progress(40)));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = 'PROGRESS'", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_repeated_call_leaves_the_customers_version_as_it_is()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();
        await Body(await agent.Progress(40), HttpStatusCode.NoContent);
        var before = await Version(id);

        await Body(await agent.Progress(40), HttpStatusCode.NoContent);

        Assert.That(await Version(id), Is.EqualTo(before));
    }

    [TestCase("""{ "percent": -1, "stage": "시작" }""", "percent")]
    [TestCase("""{ "percent": 101, "stage": "시작" }""", "percent")]
    [TestCase("""{ "percent": 1.5, "stage": "시작" }""", "percent")]
    [TestCase("""{ "percent": "1", "stage": "시작" }""", "percent")]
    [TestCase("""{ "percent": 10, "stage": "" }""", "stage")]
    [TestCase("""{ "percent": 10, "stage": null }""", "stage")]
    [TestCase("""{ "percent": 10, "stage": "\u0000" }""", "stage")]
    [TestCase("""{ "percent": 10, "stage": "\ud800" }""", "stage")]
    [TestCase("""{ "percent": 10, "stage": "시작", "step": 2 }""", "step")]
    public async Task Refuses_what_is_malformed(string body, string field)
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        var problem = await Problem(await agent.Post("analysis/progress", body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
    }

    [Test]
    public async Task Refuses_a_stage_over_100_and_a_note_over_500_characters()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        await Body(await agent.Progress(1, new string('가', 100), new string('나', 500)), HttpStatusCode.NoContent);
        await Problem(await agent.Progress(2, new string('가', 101)), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Problem(await agent.Progress(2, "시작", new string('나', 501)), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }

    [Test]
    public async Task Refuses_a_consultation_that_nobody_has_started()
    {
        using var agent = new Agent(App, await Requested(await Customer()));

        var problem = await Problem(await agent.Progress(1), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task Refuses_a_run_id_that_is_no_id()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        agent.RunId = null;

        var answer = await agent.Post("analysis/progress", new { percent = 1, stage = "시작" }, ("x-run-id", "latest"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static Task<int> Version(Guid id) => App.Sql<int>("select version from consultations where id = @id", new { id });
}
