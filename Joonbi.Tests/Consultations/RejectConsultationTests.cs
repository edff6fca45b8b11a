using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class RejectConsultationTests : ApiTest
{
    [Test]
    public async Task The_customer_reads_the_reason_and_the_slot_goes_back()
    {
        var customer = await Customer();
        var id = await OnASlot(customer);

        await Body(await Reject(await Admin(), id, "저희가 할 수 없는 일입니다."));

        var seen = await Body(await App.As(customer).GetAsync($"/api/consultations/{id}"));
        Assert.That((seen.GetProperty("status").GetString(), seen.GetProperty("rejection").GetProperty("code").GetString(), seen.GetProperty("rejection").GetProperty("reason").GetString()), Is.EqualTo(("REJECTED", "BY_ADMIN", "저희가 할 수 없는 일입니다.")));
        Assert.That(await Taken(), Is.Zero);
    }

    [Test]
    public async Task The_audit_log_knows_who_and_why()
    {
        var (admin, id) = (await Admin(), await OnASlot(await Customer()));
        await Reject(admin, id, "사유");

        Assert.That(
            await App.Sql<string>("select concat_ws(' ', action, subject_id, actor_id, before->>'status', after->>'status', after->>'reason') from audit_log"),
            Is.EqualTo($"consultation.reject {id} {admin.Id} REQUESTED REJECTED 사유"));
    }

    [Test]
    public async Task A_refused_change_leaves_no_trace()
    {
        var (admin, id) = (await Admin(), await OnASlot(await Customer()));
        await Reject(admin, id);

        var problem = await Problem(await Reject(admin, id), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("REJECTED"));
        Assert.That(await App.Sql<int>("select count(*)::int from audit_log"), Is.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("   ")]
    public async Task Refuses_to_do_it_without_a_reason(string reason) =>
        await Problem(await Reject(await Admin(), await OnASlot(await Customer()), reason), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task What_screening_refused_goes_on_when_an_admin_overrules_it()
    {
        var (admin, id) = (await Admin(), await Screened());

        var body = await Body(await Overrule(admin, id));

        Assert.That((body.GetProperty("status").GetString(), body.GetProperty("screeningOverruled").GetBoolean(), body.GetProperty("rejection").ValueKind), Is.EqualTo(("REQUESTED", true, JsonValueKind.Null)));
        Assert.That(await Timeline(id), Is.EqualTo("SUBMITTED,REJECTED,OVERRULED,QUEUED"));
        Assert.That(await Taken(), Is.EqualTo(1));
        Assert.That(
            await App.Sql<string>("select concat_ws(' ', action, before->>'status', before->>'code', after->>'status', after->>'campaignId' is not null) from audit_log"),
            Is.EqualTo("consultation.overrule REJECTED FORBIDDEN_CONTENT REQUESTED t"));
    }

    [Test]
    public async Task Overruled_with_no_slot_left_it_awaits_payment()
    {
        var id = await Screened();
        await App.Execute("update campaigns set taken = slots");

        var body = await Body(await Overrule(await Admin(), id));

        Assert.That(body.GetProperty("status").GetString(), Is.EqualTo("AWAITING_PAYMENT"));
        Assert.That(body.GetProperty("deadlineAt").GetDateTimeOffset(), Is.EqualTo(App.Clock.GetUtcNow().AddHours(72)));
    }

    [Test]
    public async Task Overruled_without_a_reference_url_it_is_on_hold()
    {
        var id = await Screened(("referenceUrls", null));

        Assert.That((await Body(await Overrule(await Admin(), id))).GetProperty("status").GetString(), Is.EqualTo("ON_HOLD"));
    }

    [Test]
    public async Task Overruled_a_simple_one_waits_for_its_answer()
    {
        var id = await Submitted(await Customer(), Draft.Simple(("description", "온라인 카지노 사이트")));

        Assert.That((await Body(await Overrule(await Admin(), id))).GetProperty("status").GetString(), Is.EqualTo("REQUESTED"));
        Assert.That(await Taken(), Is.Zero);
    }

    [Test]
    public async Task Twenty_admins_overrule_once()
    {
        var (admin, id) = (await Admin(), await Screened());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Overrule(admin, id)));

        Assert.That((answers.Count(answer => answer.StatusCode is HttpStatusCode.OK), answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict)), Is.EqualTo((1, 19)));
        Assert.That((await Taken(), await Timeline(id)), Is.EqualTo((1, "SUBMITTED,REJECTED,OVERRULED,QUEUED")));
    }

    [Test]
    public async Task A_run_that_the_rejection_cut_short_stays_over()
    {
        var (admin, id) = (await Admin(), await OnASlot(await Customer()));
        using var agent = await new Agent(App, id).Started("열쇠");
        await Reject(admin, id);
        await Body(await Overrule(admin, id));

        await Problem(await agent.Progress(50), HttpStatusCode.Conflict, "RUN_OVER");
        using var next = await new Agent(App, id).Started("열쇠");
        Assert.That(next.RunId, Is.Not.EqualTo(agent.RunId));
    }

    [Test]
    public async Task What_the_analysis_found_infeasible_stays_rejected()
    {
        var id = await OnASlot(await Customer());
        using var agent = await new Agent(App, id).Started();
        await agent.Give(Agent.SomeAnalysis("INFEASIBLE", rejectReason: "만들 수 없습니다."));

        await Problem(await Overrule(await Admin(), id), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    private static Task<HttpResponseMessage> Reject(TestUser admin, Guid id, string reason = "사유") =>
        App.As(admin).PostAsJsonAsync($"/api/admin/consultations/{id}/reject", new { reason });

    private static Task<HttpResponseMessage> Overrule(TestUser admin, Guid id) => App.As(admin).PostAsync($"/api/admin/consultations/{id}/overrule", null);

    private static Task<Guid> OnASlot(TestUser customer) => Submitted(customer, Draft.Analysis());

    private static async Task<Guid> Screened(params (string Name, object? Value)[] but) =>
        await Submitted(await Customer(), Draft.Analysis([("description", "온라인 카지노 사이트"), .. but]));

    private static async Task<Guid> Submitted(TestUser customer, Dictionary<string, object?> draft) =>
        (await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", draft), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private static Task<int> Taken() => App.Sql<int>("select taken from campaigns");

    private static Task<string?> Timeline(Guid id) => App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id });
}
