using System.Diagnostics;
using System.Net;
using Joonbi.Api.Security;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Consultations;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Consultations;

internal sealed class WatchConsultationTests : ApiTest
{
    private TestUser customer = null!;
    private Guid id;

    [SetUp]
    public async Task HandIn()
    {
        customer = await Customer();
        id = await Requested(customer);
    }

    [Test]
    public async Task Says_how_it_stands_and_then_what_happens()
    {
        using var stream = await Watch();
        var state = (await stream.Next())!;
        using var agent = await new Agent(App, id).Started();
        await agent.Progress(40, "요구사항 정리", "예약 화면");
        await App.TellWatchers();
        var (started, progress) = ((await stream.Next())!, (await stream.Next())!);

        Assert.That((state.Event, state.Status, state.Data.GetProperty("percent").GetInt32(), state.Data.GetProperty("documents").GetArrayLength()), Is.EqualTo(("state", "REQUESTED", 0, 0)));
        Assert.That((started.Event, started.Status), Is.EqualTo(("started", "ANALYZING")));
        Assert.That((progress.Event, progress.Data.GetProperty("percent").GetInt32(), Text(progress, "stage"), Text(progress, "note")), Is.EqualTo(("progress", 40, "요구사항 정리", "예약 화면")));
        Assert.That(new[] { state.Id, started.Id, progress.Id }.Select(long.Parse!), Is.Ordered);
    }

    [Test]
    public async Task Is_an_event_stream_that_nobody_keeps_back()
    {
        using var stream = await Watch();

        Assert.That(stream.Response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        Assert.That((stream.Response.Headers.CacheControl?.NoStore, stream.Response.Headers.GetValues("X-Accel-Buffering").Single()), Is.EqualTo((true, "no")));
        Assert.That((await stream.NextOfAnyKind())!.Text, Is.EqualTo("retry: 3000"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Goes_on_after_the_last_event_that_the_client_names(bool byHeader)
    {
        var seen = await App.Sql<long>("select min(seq) from consultation_events where consultation_id = @id", new { id });
        using var agent = await new Agent(App, id).Started();
        using var stream = byHeader ? await Watch(seen) : await LiveStream.Open(App.As(customer), $"/api/consultations/{id}/events?lastEventId={seen}");
        await App.TellWatchers();

        var frames = new[] { (await stream.Next())!, (await stream.Next())!, (await stream.Next())! };

        Assert.That(frames.Select(frame => frame.Event), Is.EqualTo(new[] { "state", "queued", "started" }));
        Assert.That((frames[0].Id, frames[1].Id), Is.EqualTo(((string?)null, (seen + 1).ToString())), "The state must not move a client past what it is still owed.");
    }

    [Test]
    public async Task Tells_nothing_of_the_agents_errors_and_the_studios_own_affairs()
    {
        using var agent = new Agent(App, id);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await agent.Started();
            await agent.Fail("내부 오류: 10.0.0.1");
        }

        using var stream = await Watch(0);
        await App.TellWatchers();
        var frames = await stream.Rest();

        Assert.That(frames.Select(frame => frame.Event), Is.EqualTo(new[] { "state", "submitted", "queued", "started", "queued", "started", "queued", "started", "failed" }));
        Assert.That(frames.Select(frame => frame.Text), Has.None.Contains("10.0.0.1"));
        Assert.That(frames[^1].Data.GetProperty("over").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Names_each_part_as_it_appears_and_ends_with_the_completion()
    {
        using var agent = await new Agent(App, id).Started();
        using var stream = await Watch();
        await agent.Give();
        await agent.Design();
        await App.InScope(async services =>
        {
            var consultations = services.GetRequiredService<IConsultationRepository>();
            var consultation = await consultations.Get(id, default);
            foreach (var type in Enum.GetValues<DocumentType>())
                consultation.Deliver(null, services.GetRequiredService<Domain.IRandomSource>().NextId(), type, [.. Enumerable.Repeat((byte)type, 32)], await File(), Specimen.Policy, App.Clock.GetUtcNow());
            await consultations.Save(consultation, default);
            await services.GetRequiredService<Application.IUnitOfWork>().Commit(default);
            return true;
        });
        await App.TellWatchers();
        var frames = await stream.Rest();

        Assert.That(frames.Select(frame => frame.Event), Is.EqualTo(new[] { "state", "analysis", "designs", "document", "document", "document", "document", "completed" }));
        Assert.That((Text(frames[1], "feasibility"), frames[2].Data.GetProperty("designsVersion").GetInt32()), Is.EqualTo(("FEASIBLE", 1)));
        Assert.That(frames[6].Data.GetProperty("documents")[0].GetProperty("type").GetString(), Is.EqualTo("QUOTATION"));
    }

    [Test]
    public async Task One_that_is_over_says_so_and_ends_and_who_knows_it_gets_204()
    {
        await App.As(customer).PostAsync($"/api/consultations/{id}/cancel", null);
        using var stream = await Watch();
        var frames = await stream.Rest();

        Assert.That(frames.Select(frame => (frame.Event, frame.Status)), Is.EqualTo(new[] { ("state", "CANCELLED") }));
        using var again = await LiveStream.Ask(App.As(customer), $"/api/consultations/{id}/events", long.Parse(frames[0].Id!));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_rejection_names_its_reason()
    {
        using var stream = await Watch();
        await On(id, consultation => consultation.Reject(new Rejection("BY_ADMIN", "이미 진행 중인 상담이 있습니다."), Actor.Admin, App.Clock.GetUtcNow()));
        await App.TellWatchers();

        Assert.That((await stream.Rest())[^1].Data.GetProperty("rejection").GetProperty("reason").GetString(), Is.EqualTo("이미 진행 중인 상담이 있습니다."));
    }

    [Test]
    public async Task Says_something_every_15_seconds_even_if_nothing_happens()
    {
        using var stream = await Watch();
        await stream.Next();

        var heartbeat = stream.NextOfAnyKind();
        while (!heartbeat.IsCompleted)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(5);
        }

        Assert.That((await heartbeat)!.Text, Is.EqualTo(":"));
    }

    [Test]
    public async Task Ends_when_the_access_token_runs_out()
    {
        var tokens = new AccessTokens(new JwtSettings(TestSettings.JwtSecret, TimeSpan.FromMinutes(5), "", TimeSpan.Zero), App.Clock);
        using var stream = await LiveStream.Open(App.WithToken(tokens.Issue(customer.Id, "CUSTOMER", customer.SessionId)), $"/api/consultations/{id}/events");
        await stream.Next();

        App.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        Assert.That(await stream.Rest(), Is.Empty);
    }

    [Test]
    public async Task Ends_after_an_hour_so_that_a_session_which_is_over_is_noticed()
    {
        using var stream = await Watch();
        await stream.Next();

        App.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That(await stream.Rest(), Is.Empty);
    }

    [Test]
    public async Task A_customer_has_ten_streams_and_gets_one_back_by_closing_one()
    {
        var streams = new List<LiveStream>();
        for (var number = 0; number < 10; number++)
            streams.Add(await Watch());

        using var eleventh = await LiveStream.Ask(App.As(customer), $"/api/consultations/{id}/events");
        Assert.That((eleventh.StatusCode, eleventh.Headers.RetryAfter?.Delta), Is.EqualTo((HttpStatusCode.TooManyRequests, (TimeSpan?)TimeSpan.FromSeconds(30))));

        streams[0].Dispose();
        Assert.That(async () => (await LiveStream.Ask(App.As(customer), $"/api/consultations/{id}/events")).StatusCode, Is.EqualTo(HttpStatusCode.OK).After(5_000, 20));
        streams.ForEach(stream => stream.Dispose());
    }

    [Test]
    public async Task Twenty_watchers_of_two_consultations_cost_one_statement()
    {
        var (other, second) = (await Customer(), Guid.Empty);
        second = await Requested(other);
        var streams = new List<LiveStream>();
        for (var number = 0; number < 10; number++)
        {
            streams.Add(await Watch());
            streams.Add(await LiveStream.Open(App.As(other), $"/api/consultations/{second}/events"));
        }

        await App.TellWatchers();
        await On(id, consultation => consultation.Cancel(Actor.Customer, App.Clock.GetUtcNow()));
        await On(second, consultation => consultation.Cancel(Actor.Customer, App.Clock.GetUtcNow()));
        var statements = await StatementsOf(App.TellWatchers);

        foreach (var stream in streams)
            Assert.That((await stream.Rest()).Select(frame => frame.Event), Is.EqualTo(new[] { "state", "cancelled" }));
        Assert.That(statements, Is.EqualTo(1));
        streams.ForEach(stream => stream.Dispose());
    }

    [Test]
    public async Task Of_many_simultaneous_changes_no_event_is_missed_or_out_of_order()
    {
        using var stream = await Watch(0);
        var changes = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => On(id, consultation => consultation.Change(SomeBrief(), Actor.Customer, App.Clock.GetUtcNow()))));
        while (!changes.IsCompleted)
            await App.TellWatchers();
        await On(id, consultation => consultation.Cancel(Actor.Customer, App.Clock.GetUtcNow()));
        await App.TellWatchers();

        var told = (await stream.Rest()).Skip(1).Select(frame => frame.Id);

        Assert.That(string.Join(',', told), Is.EqualTo(await App.Sql<string>("select string_agg(seq::text, ',' order by seq) from consultation_events where consultation_id = @id", new { id })));
    }

    [Test]
    public void Who_does_not_read_is_let_go_and_fills_no_memory()
    {
        using var watch = App.Services.GetRequiredService<ConsultationAudience>().Join(id, customer.Id);
        var line = new Application.Consultations.ConsultationNews(id, 0, null, null, default, ConsultationStatus.Requested, false, null, null, null, null, null, null, null, null);
        watch.Begin(line, null);

        for (var seq = 1; seq <= 5_000; seq++)
            watch.Tell(line with { Seq = seq });

        Assert.That((watch.News.Count, watch.News.TryPeek(out _)), Is.EqualTo((2 * ConsultationTimelines.Most, true)));
        while (watch.News.TryRead(out _))
        {
        }

        Assert.That(watch.News.Completion.IsCompleted);
    }

    [Test]
    public async Task Anothers_does_not_exist_and_nobody_watches_without_signing_in()
    {
        await Problem(await App.As(await Customer()).GetAsync($"/api/consultations/{id}/events"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
        await Problem(await App.AsNobody().GetAsync($"/api/consultations/{id}/events"), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.That((await App.As(customer).GetAsync($"/api/consultations/{id}/events?lastEventId=first")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private Task<LiveStream> Watch(long? lastSeen = null) => LiveStream.Open(App.As(customer), $"/api/consultations/{id}/events", lastSeen);

    private static string? Text(Frame frame, string member) => frame.Data.GetProperty(member).GetString();

    private static Task<bool> On(Guid id, Action<Consultation> change) => App.InScope(async services =>
    {
        var consultations = services.GetRequiredService<IConsultationRepository>();
        var consultation = await consultations.Get(id, default);
        change(consultation);
        await consultations.Save(consultation, default);
        await services.GetRequiredService<Application.IUnitOfWork>().Commit(default);
        return true;
    });

    private static async Task<Guid> File()
    {
        var file = App.Services.GetRequiredService<Domain.IRandomSource>().NextId();
        await App.Execute(
            """
            insert into files (id, purpose, storage_key, file_name, content_type, size, sha256, created_at)
            values (@file, 'DOCUMENT', @file::text, '견적서.pdf', 'application/pdf', 10, decode(repeat('00', 32), 'hex'), @now)
            """,
            new { file, now = App.Clock.GetUtcNow() });
        return file;
    }

    private static async Task<int> StatementsOf(Func<Task> work)
    {
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => count += activity.GetTagItem("db.statement") is null && activity.GetTagItem("db.query.text") is null ? 0 : 1,
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }
}
