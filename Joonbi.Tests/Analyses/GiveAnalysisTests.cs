using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class GiveAnalysisTests : ApiTest
{
    [Test]
    public async Task Is_stored_and_answered_with_the_present_parts()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        var state = await Body(await agent.Give());

        Assert.That(
            state.ToString(),
            Is.EqualTo("""{"status":"ANALYZING","parts":{"analysis":true,"documents":{"analysis":0,"requirements":0,"plan":0,"quotation":0},"designs":false}}"""));
        Assert.That(await App.Sql<long>("select (analysis->>'estimatedMax')::bigint from consultations where id = @id", new { id }), Is.EqualTo(5_000_000));
        Assert.That(await App.Sql<string>("select analysis->'features'->0->>'description' from consultations where id = @id", new { id }), Is.EqualTo("날짜와 시간을 고릅니다."));
    }

    [Test]
    public async Task The_same_again_answers_the_same_and_changes_nothing()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await Body(await agent.Give())).ToString()));

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = 'ANALYSIS'", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_content_is_refused()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        await Body(await agent.Give());

        var problem = await Problem(await agent.Give(Agent.SomeAnalysis(estimatedMax: 5_000_001)), HttpStatusCode.Conflict, "ANALYSIS_ALREADY_GIVEN");

        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("ANALYZING"));
    }

    [Test]
    public async Task Of_fifty_different_ones_at_once_one_is_taken()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => agent.Give(Agent.SomeAnalysis(estimatedDays: 1 + number))));

        Assert.That(answers.Count(answer => answer.StatusCode is HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict), Is.EqualTo(49));
    }

    [Test]
    public async Task Infeasible_rejects_at_once_and_gives_the_free_slot_back()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();
        var infeasible = Agent.SomeAnalysis("INFEASIBLE", rejectReason: "실시간 영상 통화는 만들 수 없습니다.");

        Assert.That((await Body(await agent.Give(infeasible))).GetProperty("status").GetString(), Is.EqualTo("REJECTED"));

        Assert.That(await App.Sql<string>("select rejection->>'reason' from consultations where id = @id", new { id }), Is.EqualTo("실시간 영상 통화는 만들 수 없습니다."));
        Assert.That(await App.Sql<bool>("select campaign_id is null and lease_until is null and deadline_at is null from consultations where id = @id", new { id }), Is.True);
        Assert.That((await Body(await agent.Give(infeasible))).GetProperty("status").GetString(), Is.EqualTo("REJECTED"), "the same again");
        await Problem(await agent.Design(), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    [TestCase("estimatedMax", 1, 0, 1, "FEASIBLE")]
    [TestCase("estimatedMin", -1, 0, 1, "FEASIBLE")]
    [TestCase("estimatedMax", 0, 100_000_000_001, 1, "FEASIBLE")]
    [TestCase("estimatedDays", 0, 0, 0, "FEASIBLE")]
    [TestCase("rejectReason", 0, 0, 1, "INFEASIBLE")]
    [TestCase("feasibility", 0, 0, 1, "PERHAPS")]
    public async Task Refuses_what_cannot_be(string field, long min, long max, int days, string feasibility)
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        var problem = await Problem(await agent.Give(Agent.SomeAnalysis(feasibility, min, max, days)), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
    }

    [TestCase("""[{ "name": "예약", "price": -1, "required": true }]""", "features[0].price")]
    [TestCase("""[{ "name": "", "price": 1, "required": true }]""", "features[0].name")]
    [TestCase("""[{ "name": "예약", "price": 1 }]""", "features[0].required")]
    [TestCase("[null]", "features[0]")]
    public async Task Refuses_a_feature_that_is_none(string features, string field)
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        var body = $$"""{ "feasibility": "FEASIBLE", "estimatedMin": 1, "estimatedMax": 2, "estimatedDays": 3, "features": {{features}}, "risks": [] }""";

        var problem = await Problem(await agent.Post("analysis", body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
    }

    [Test]
    public async Task Refuses_a_consultation_that_nobody_has_started()
    {
        using var agent = new Agent(App, await Requested(await Customer()));

        await Problem(await agent.Give(), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }
}
