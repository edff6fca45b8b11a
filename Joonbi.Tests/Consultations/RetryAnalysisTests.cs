using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class RetryAnalysisTests : ApiTest
{
    [Test]
    public async Task After_a_failure_all_attempts_begin_anew()
    {
        var (admin, id) = (await Admin(), await Requested(await Customer()));
        await FailThreeTimes(id);

        var body = await Body(await Retry(admin, id));

        Assert.That((body.GetProperty("status").GetString(), body.GetProperty("attempts").GetInt32(), body.GetProperty("triggers").GetInt32()), Is.EqualTo(("REQUESTED", 0, 1)));
        await FailThreeTimes(id);
        Assert.That(await App.Sql<string>("select status from consultations"), Is.EqualTo("FAILED"));
    }

    [Test]
    public async Task The_audit_log_shows_before_and_after()
    {
        var (admin, id) = (await Admin(), await Requested(await Customer()));
        await FailThreeTimes(id);
        await Retry(admin, id);

        Assert.That(
            await App.Sql<string>("select concat_ws(' ', action, subject_id, actor_id, before->>'status', before->>'attempts', after->>'status', after->>'attempts') from audit_log"),
            Is.EqualTo($"consultation.retry {id} {admin.Id} FAILED 3 REQUESTED 0"));
    }

    [Test]
    public async Task A_running_analysis_is_left_alone()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        await Problem(await Retry(await Admin(), id), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    [Test]
    public async Task A_simple_consultation_has_nothing_to_retry()
    {
        var simple = (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid();

        await Problem(await Retry(await Admin(), simple), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    private static Task<HttpResponseMessage> Retry(TestUser admin, Guid id) => App.As(admin).PostAsync($"/api/admin/consultations/{id}/retry", null);

    private static async Task FailThreeTimes(Guid id)
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var agent = await new Agent(App, id).Started();
            await Body(await agent.Fail($"{attempt}번째 실패"), HttpStatusCode.NoContent);
        }
    }
}
