using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Joonbi.Api.Errors;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Monitoring;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Errors;

/// <summary>PostgreSQL is stopped under load and comes back twenty seconds later; the service is not touched.</summary>
internal sealed class DatabaseAwayTests : ProcessTest
{
    private readonly ConcurrentQueue<Answer> answers = new();
    private PrivateCluster cluster = null!;

    private sealed record Answer(HttpStatusCode Status, TimeSpan? RetryAfter, string? Type, TimeSpan Took);

    protected override async Task<DatabaseOf> OpenDatabase()
    {
        cluster = await PrivateCluster.Create();
        return new DatabaseOf("joonbi", cluster.Owner, cluster.App);
    }

    protected override async Task CloseDatabase() => await cluster.DisposeAsync();

    [Test]
    public async Task Twenty_seconds_without_it_hang_no_request_and_need_no_restart()
    {
        var token = await Customer();
        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Ask(token, enough.Token))));
        await Task.Delay(TimeSpan.FromSeconds(2));
        await cluster.Stop();
        await Task.Delay(TimeSpan.FromSeconds(20));
        Assert.That((await Once("/api/health/ready", token)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await Once("/api/health/live", token: null)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Exposition.Of(Api.Http)).Value("database_up"), Is.Zero);

        await cluster.Start();
        NpgsqlConnection.ClearAllPools();
        await Until(TimeSpan.FromSeconds(15), async () => (await Once("/api/health/ready", token)).Status == HttpStatusCode.OK);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await enough.CancelAsync();
        await load;

        Assert.That(answers.Select(answer => answer.Status).Distinct(), Is.SubsetOf(new[] { HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable }));
        Assert.That(answers.Max(answer => answer.Took), Is.LessThan(TimeSpan.FromSeconds(8)));
        var refused = answers.Where(answer => answer.Status == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.That(refused, Is.Not.Empty);
        Assert.That(refused, Has.All.Matches<Answer>(answer => answer is { RetryAfter.TotalSeconds: > 0, Type: "application/problem+json" }));
        Assert.That(answers.TakeLast(50).Select(answer => answer.Status), Has.None.EqualTo(HttpStatusCode.ServiceUnavailable));
        await Until(TimeSpan.FromSeconds(20), async () => await Sql<int>("select count(*)::int from outbox where processed_at is null") == 0);
        for (var time = 0; time < 3; time++)
            await IsHeardAtOnce();
    }

    [TestCase("Maximum Pool Size=1;Timeout=1", "select 1", TestName = "A_pool_that_is_exhausted_is_a_database_that_is_away")]
    [TestCase("Command Timeout=1", "select pg_sleep(5)", TestName = "A_database_that_does_not_answer_in_time_is_away")]
    public async Task Is_away(string parameters, string sql)
    {
        await using var database = NpgsqlDataSource.Create($"{DatabaseAddress.ToConnectionString(cluster.App)};{parameters}");
        await using var held = await database.OpenConnectionAsync();

        var thrown = Assert.CatchAsync(async () => await database.CreateCommand(sql).ExecuteNonQueryAsync());

        Assert.That(DatabaseAway.Caused(thrown!), thrown!.ToString());
    }

    private async Task Ask(string token, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            answers.Enqueue(await Once("/api/consultations", token, number % 5 == 0 ? JsonContent.Create(Draft.Analysis()) : null));
            await Task.Delay(20, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Answer> Once(string path, string? token, HttpContent? body = null)
    {
        var watch = Stopwatch.StartNew();
        using var request = Request(body is null ? HttpMethod.Get : HttpMethod.Post, path, token, body);
        using var response = await Api.Http.SendAsync(request);
        return new Answer(response.StatusCode, response.Headers.RetryAfter?.Delta, response.Content.Headers.ContentType?.MediaType, watch.Elapsed);
    }

    /// <summary>Sooner than the poll would notice: the listening connection is back.</summary>
    private async Task IsHeardAtOnce()
    {
        await Execute(
            """
            insert into outbox (id, lane, event_type, handler, payload, occurred_at, available_at) values (gen_random_uuid(), 'INTERNAL', 'X', 'OfAnotherVersion', '{}', now(), now());
            notify joonbi_outbox, 'INTERNAL'
            """);
        await Until(TimeSpan.FromSeconds(2), async () => await Sql<bool>("select not exists (select from outbox where handler = 'OfAnotherVersion' and available_at <= now())"));
    }

    private static async Task Until(TimeSpan patience, Func<Task<bool>> holds)
    {
        for (var watch = Stopwatch.StartNew(); !await holds();)
        {
            Assert.That(watch.Elapsed, Is.LessThan(patience));
            await Task.Delay(20);
        }
    }
}
