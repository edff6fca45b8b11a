using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class StartAnalysisTests : ApiTest
{
    [Test]
    public async Task Takes_the_lease_for_twenty_minutes()
    {
        var id = await Requested(await Customer());
        using var agent = new Agent(App, id);

        var run = await Body(await agent.Start());

        Assert.That(run.GetProperty("attempt").GetInt32(), Is.EqualTo(1));
        Assert.That(run.GetProperty("leaseUntil").GetDateTimeOffset(), Is.EqualTo(App.Clock.GetUtcNow().AddMinutes(20)).Within(TimeSpan.FromMilliseconds(1)));
        Assert.That(run.GetProperty("leaseUntil").GetString(), Does.EndWith("Z"));
        Assert.That(await App.Sql<string>("select status from consultations where id = @id", new { id }), Is.EqualTo("ANALYZING"));
    }

    [TestCase("")]
    [TestCase("{}")]
    public async Task Needs_no_body(string body)
    {
        var id = await Requested(await Customer());
        using var clawdbot = App.AsClawdbot();

        var answer = await clawdbot.PostAsync($"/api/internal/consultations/{id}/analysis/start", new StringContent(body, null, "application/json"));

        await Body(answer);
    }

    [Test]
    public async Task Refuses_a_member_that_it_would_ignore()
    {
        var id = await Requested(await Customer());
        using var agent = new Agent(App, id);

        await Problem(await agent.Post("analysis/start", new { force = true }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }

    [Test]
    public async Task Another_start_while_the_lease_runs_is_told_until_when()
    {
        var id = await Requested(await Customer());
        using var first = await new Agent(App, id).Started("one");
        using var second = new Agent(App, id);

        var problem = await Problem(await second.Start("two"), HttpStatusCode.Conflict, "ANALYSIS_ALREADY_RUNNING");

        Assert.That(problem.GetProperty("leaseUntil").GetDateTimeOffset(), Is.EqualTo(App.Clock.GetUtcNow().AddMinutes(20)).Within(TimeSpan.FromMilliseconds(1)));
        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("ANALYZING"));
    }

    [Test]
    public async Task The_same_key_gets_the_same_answer_also_after_the_lease_was_prolonged()
    {
        var id = await Requested(await Customer());
        using var agent = new Agent(App, id);
        var first = (await Body(await agent.Start("m-1"))).ToString();
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await Body(await agent.Progress(10), HttpStatusCode.NoContent);

        Assert.That((await Body(await agent.Start("m-1"))).ToString(), Is.EqualTo(first));
    }

    [Test]
    public async Task A_start_without_a_key_is_a_start_of_its_own()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        agent.RunId = null;

        await Problem(await agent.Start(), HttpStatusCode.Conflict, "ANALYSIS_ALREADY_RUNNING");
    }

    [Test]
    public async Task Of_fifty_starts_at_once_one_wins()
    {
        var id = await Requested(await Customer());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            using var agent = new Agent(App, id);
            return (await agent.Start($"key-{number}")).StatusCode;
        }));

        Assert.That(answers.Count(status => status is HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(status => status is HttpStatusCode.Conflict), Is.EqualTo(49));
        Assert.That(await App.Sql<int>("select attempts from consultations where id = @id", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task Fifty_copies_of_one_start_get_one_answer()
    {
        var id = await Requested(await Customer());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var agent = new Agent(App, id);
            return (await Body(await agent.Start("same"))).ToString();
        }));

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = 'STARTED'", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_lost_lease_is_taken_over_and_the_old_run_is_told_that_it_is_over()
    {
        var id = await Requested(await Customer());
        using var old = await new Agent(App, id).Started();
        App.Clock.Advance(TimeSpan.FromMinutes(21));
        using var next = new Agent(App, id);

        Assert.That((await Body(await next.Start())).GetProperty("attempt").GetInt32(), Is.EqualTo(2));

        foreach (var late in new[] { await old.Progress(50), await old.Give(), await old.Design(), await old.Fail() })
        {
            var problem = await Problem(late, HttpStatusCode.Conflict, "RUN_OVER");
            Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("ANALYZING"));
        }
    }

    [Test]
    public async Task Refuses_a_state_that_has_no_start()
    {
        var id = await Requested(await Customer());
        await App.Execute("update consultations set status = 'CANCELLED' where id = @id", new { id });
        using var agent = new Agent(App, id);

        var problem = await Problem(await agent.Start(), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("CANCELLED"));
    }

    [Test]
    public async Task Refuses_a_simple_consultation()
    {
        var id = await Requested(await Customer());
        await App.Execute("update consultations set kind = 'SIMPLE', campaign_id = null where id = @id", new { id });
        using var agent = new Agent(App, id);

        await Problem(await agent.Start(), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    [Test]
    public async Task Refuses_an_unknown_consultation()
    {
        using var agent = new Agent(App, Guid.Parse("01900000-0000-7000-8000-000000000000"));

        await Problem(await agent.Start(), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }

    [Test]
    public async Task Refuses_a_key_over_255_characters()
    {
        using var agent = new Agent(App, await Requested(await Customer()));

        await Problem(await agent.Start(new string('k', 256)), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Body(await agent.Start(new string('k', 255)));
    }

    [Test]
    public async Task Answers_under_the_agents_own_host_too()
    {
        var id = await Requested(await Customer());
        using var clawdbot = App.AsClawdbot();

        var answer = await clawdbot.PostAsJsonAsync($"http://api.joonbi.test/internal/consultations/{id}/analysis/start", new { });

        await Body(answer);
        Assert.That((await clawdbot.GetAsync($"http://www.joonbi.test/internal/consultations/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
