using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class FailAnalysisTests : ApiTest
{
    [Test]
    public async Task The_next_attempt_is_triggered()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        await Body(await agent.Fail(), HttpStatusCode.NoContent);

        Assert.That(await App.Sql<string>("select status from consultations where id = @id", new { id }), Is.EqualTo("REQUESTED"));
        Assert.That(await App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id }), Is.EqualTo("SUBMITTED,QUEUED,STARTED,ATTEMPT_FAILED,QUEUED"));
    }

    [Test]
    public async Task After_three_attempts_the_consultation_has_failed_and_an_admin_is_told()
    {
        var id = await Requested(await Customer());
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var agent = await new Agent(App, id).Started();
            await Body(await agent.Fail($"{attempt}번째 실패"), HttpStatusCode.NoContent);
        }

        Assert.That(await App.Sql<string>("select status from consultations where id = @id", new { id }), Is.EqualTo("FAILED"));
        Assert.That(await App.Sql<string>("select string_agg(kind, ',' order by seq) from (select * from consultation_events where consultation_id = @id order by seq desc limit 3) as last", new { id }), Is.EqualTo("ATTEMPT_FAILED,FAILED,ATTENTION"));
        using var late = new Agent(App, id);
        await Problem(await late.Start(), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    [Test]
    public async Task Fifty_copies_end_one_attempt()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => agent.Fail()));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = 'ATTEMPT_FAILED'", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_copy_that_arrives_when_the_next_run_is_on_does_not_end_it()
    {
        var id = await Requested(await Customer());
        using var first = await new Agent(App, id).Started();
        await Body(await first.Fail(), HttpStatusCode.NoContent);
        using var second = await new Agent(App, id).Started();

        await Body(await first.Fail(), HttpStatusCode.NoContent);

        Assert.That(await App.Sql<Guid>("select run_id from consultations where id = @id and status = 'ANALYZING'", new { id }), Is.EqualTo(second.RunId));
    }

    [Test]
    public async Task Refuses_an_error_without_words_or_over_2000_characters()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        await Problem(await agent.Fail(""), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Problem(await agent.Fail(new string('x', 2_001)), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Body(await agent.Fail(new string('x', 2_000)), HttpStatusCode.NoContent);
    }
}
