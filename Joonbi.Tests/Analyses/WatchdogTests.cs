using System.Net;
using Joonbi.Domain.Consultations;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Analyses;

internal sealed class WatchdogTests : ApiTest
{
    [Test]
    public async Task Triggers_again_when_nobody_started_within_ten_minutes()
    {
        var id = await Triggered();

        App.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await App.RunWatchdog();
        Assert.That(await Kinds(id), Does.EndWith("TRIGGERED"));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await App.RunWatchdog();
        Assert.That(await Kinds(id), Does.EndWith("TRIGGERED,QUEUED"));
    }

    [Test]
    public async Task After_three_more_triggers_an_admin_is_told_once()
    {
        var id = await Triggered();
        for (var again = 1; again <= 3; again++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(10));
            await App.RunWatchdog();
            Assert.That(await Count(id, "QUEUED"), Is.EqualTo(1 + again));
            await TriggerArrives(id);
        }

        App.Clock.Advance(TimeSpan.FromMinutes(10));
        await App.RunWatchdog();
        App.Clock.Advance(TimeSpan.FromHours(1));
        await App.RunWatchdog();

        Assert.That((await Count(id, "QUEUED"), await Count(id, "ATTENTION")), Is.EqualTo((4, 1)));
        Assert.That(await Status(id), Is.EqualTo("REQUESTED"), "a person decides what follows; the agent may still start");
    }

    [Test]
    public async Task A_lost_lease_is_the_next_attempt_and_after_three_the_consultation_has_failed()
    {
        var id = await Triggered();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.That(await Status(id), Is.EqualTo("REQUESTED"));
            using var agent = await new Agent(App, id).Started();
            App.Clock.Advance(TimeSpan.FromMinutes(20));
            await App.RunWatchdog();
            await Problem(await agent.Progress(50), HttpStatusCode.Conflict, "RUN_OVER");
        }

        Assert.That(await Status(id), Is.EqualTo("FAILED"));
        Assert.That((await Count(id, "ATTEMPT_FAILED"), await Count(id, "FAILED"), await Count(id, "ATTENTION")), Is.EqualTo((3, 1, 1)));
    }

    [Test]
    public async Task Leaves_a_run_alone_that_still_speaks()
    {
        var id = await Triggered();
        using var agent = await new Agent(App, id).Started();
        for (var minutes = 15; minutes <= 60; minutes += 15)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(15));
            await Body(await agent.Progress(minutes), HttpStatusCode.NoContent);
            await App.RunWatchdog();
        }

        Assert.That(await Status(id), Is.EqualTo("ANALYZING"));
    }

    [Test]
    public async Task Cancels_what_is_unpaid_after_72_hours()
    {
        var customer = await Customer();
        var id = await Stored(random => Consultation.Submit(random, customer.Id, ConsultationKind.Analysis, SomeBrief(), App.Clock.GetUtcNow()), consultation => consultation.Proceed(null, new ConsultationPolicy(), App.Clock.GetUtcNow()));

        App.Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        await App.RunWatchdog();
        Assert.That(await Status(id), Is.EqualTo("AWAITING_PAYMENT"));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await App.RunWatchdog();
        Assert.That(await Status(id), Is.EqualTo("CANCELLED"));
    }

    [Test]
    public async Task Many_watchdogs_at_once_trigger_once()
    {
        var id = await Triggered();
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => App.RunWatchdog()));

        Assert.That(await Count(id, "QUEUED"), Is.EqualTo(2));
    }

    [Test]
    public async Task One_that_fails_keeps_no_other_from_its_turn()
    {
        var broken = await Triggered();
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var sound = await Triggered();
        await App.Execute("alter table consultation_events add constraint broken_for_a_test check (kind <> 'QUEUED' or data->>'trigger' = '1' or consultation_id::text <> '" + broken + "')");
        try
        {
            App.Clock.Advance(TimeSpan.FromMinutes(10));
            await App.RunWatchdog();
        }
        finally
        {
            await App.Execute("alter table consultation_events drop constraint broken_for_a_test");
        }

        Assert.That((await Count(broken, "QUEUED"), await Count(sound, "QUEUED")), Is.EqualTo((1, 2)));
        await App.RunWatchdog();
        Assert.That(await Count(broken, "QUEUED"), Is.EqualTo(2), "its turn comes again");
    }

    [Test]
    public async Task Sees_all_of_a_long_queue_in_one_look()
    {
        var customer = await Customer();
        var first = await Requested(customer);
        for (var number = 0; number < 119; number++)
            await Requested(customer);
        await App.Execute("update consultations set deadline_at = @now", new { now = App.Clock.GetUtcNow() });

        await App.RunWatchdog();

        Assert.That(await App.Sql<int>("select count(*)::int from consultations where triggers = 2 and deadline_at is null"), Is.EqualTo(120), $"{first} and those after it");
    }

    private static async Task<Guid> Triggered()
    {
        var id = await Requested(await Customer());
        await TriggerArrives(id);
        return id;
    }

    private static Task<bool> TriggerArrives(Guid id) => App.InScope(async services =>
    {
        var consultations = services.GetRequiredService<IConsultationRepository>();
        var consultation = await consultations.Get(id, default);
        consultation.Triggered("1", services.GetRequiredService<ConsultationPolicy>(), App.Clock.GetUtcNow());
        await consultations.Save(consultation, default);
        await services.GetRequiredService<Application.IUnitOfWork>().Commit(default);
        return true;
    });

    private static Task<Guid> Stored(Func<Guid, Consultation> submit, Action<Consultation> then) => App.InScope(async services =>
    {
        var consultation = submit(services.GetRequiredService<Domain.IRandomSource>().NextId());
        then(consultation);
        await services.GetRequiredService<IConsultationRepository>().Add(consultation, default);
        await services.GetRequiredService<Application.IUnitOfWork>().Commit(default);
        return consultation.Id;
    });

    private static Task<string?> Status(Guid id) => App.Sql<string>("select status from consultations where id = @id", new { id });

    private static Task<string?> Kinds(Guid id) => App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id });

    private static Task<int> Count(Guid id, string kind) => App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = @kind", new { id, kind });
}
