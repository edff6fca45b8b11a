using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Joonbi.Api.Security;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Crash;

/// <summary>The service is killed at random instants while customers submit; the vendors keep their own books.</summary>
[Category("Slow")]
internal sealed class KilledTests
{
    private const int Kills = 50;
    private const int Customers = 200;
    private const int Seed = 20261123;

    private readonly DirectoryInfo uploads = Directory.CreateTempSubdirectory("joonbi-killed-");
    private Vendors vendors = null!;
    private string database = null!;
    private ApiProcess api = null!;

    [OneTimeSetUp]
    public async Task Begin()
    {
        vendors = await Vendors.Start();
        database = await TestRun.NewDatabase("killed");
        api = new ApiProcess(database, vendors, uploads.FullName, ("OUTBOX_LEASE", "3s"), ("RESEND_MAX_PER_SECOND", "200"));
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await api.DisposeAsync();
        await vendors.DisposeAsync();
        await TestRun.Drop(database);
        uploads.Delete(recursive: true);
    }

    [Test]
    public async Task Nothing_is_lost_and_nothing_is_sent_twice_that_the_vendor_can_recognise()
    {
        var customers = await Seat();
        await api.Start();
        var submitting = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Submit(customers))));

        var random = new Random(Seed);
        for (var i = 0; i < Kills; i++)
        {
            await Task.Delay(random.Next(20, 300));
            await api.Kill();
            await api.Start();
        }

        await submitting;
        await Drained();

        var requested = await Rows<Guid>("select id from consultations where status = 'REQUESTED'");
        var posts = vendors.Discord.Select(call => call.Body.GetProperty("content").GetString()!).ToList();
        var mails = vendors.Mails.ToLookup(call => call.Headers["Idempotency-Key"], call => call.Body.ToString());
        Assert.Multiple(async () =>
        {
            Assert.That(requested, Has.Count.EqualTo(Customers), "each customer got a free slot, once");
            Assert.That(requested.Where(id => !posts.Exists(post => post.Contains(id.ToString(), StringComparison.Ordinal))), Is.Empty, "every consultation was triggered");
            Assert.That(mails.Select(mail => mail.Key), Is.EquivalentTo((await Rows<Guid>("select id from outbox where lane = 'EMAIL'")).Select(id => id.ToString())), "every mail was sent, and none that is not in the outbox");
            Assert.That(mails.Where(mail => mail.Distinct().Count() > 1).Select(mail => mail.Key), Is.Empty, "a mail that was sent again was the same mail");
            Assert.That(await Rows<Guid>("select id from outbox where failed_at is not null"), Is.Empty, "no dead letter");
        });
    }

    private async Task<ConcurrentQueue<TestUser>> Seat()
    {
        var users = Enumerable.Range(1, Customers).Select(n => new TestUser(Guid.Parse($"01900000-0000-7000-8000-{n:x12}"), $"killed{n}@joonbi.test", "CUSTOMER", Guid.Parse($"01900000-0000-7000-9000-{n:x12}"))).ToList();
        await using var connection = await Connect();
        await connection.ExecuteAsync(
            """
            insert into users (id, email, name, role, email_verified_at, created_at, updated_at) values (@Id, @Email, '고객', 'CUSTOMER', now(), now(), now());
            insert into sessions (id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at) values (@SessionId, @Id, 'test', '127.0.0.1', now(), now(), now() + interval '1 day')
            """,
            users);
        await connection.ExecuteAsync("update campaigns set slots = @Customers", new { Customers });
        return new ConcurrentQueue<TestUser>(users);
    }

    /// <summary>As a patient customer: again until the service has answered. An answer lost in a kill means a second consultation, without a slot.</summary>
    private async Task Submit(ConcurrentQueue<TestUser> customers)
    {
        var tokens = new AccessTokens(new JwtSettings(TestSettings.JwtSecret, TimeSpan.FromDays(1), "", TimeSpan.FromDays(1)), TimeProvider.System);
        while (customers.TryDequeue(out var customer))
        {
            while (await Answer(tokens.Issue(customer.Id, customer.Role, customer.SessionId)) is not HttpStatusCode.Created)
                await Task.Delay(50);

            await Task.Delay(400);
        }
    }

    private async Task<HttpStatusCode?> Answer(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/consultations")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = JsonContent.Create(new { kind = "ANALYSIS", projectName = "동네빵집", description = "빵집 홈페이지를 만들고 싶어요.", referenceUrls = new[] { "https://example.com" } }),
        };
        try
        {
            using var response = await api.Http.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task Drained()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await Rows<int>("select count(*)::int from outbox where processed_at is null and failed_at is null")).Single() > 0)
            await Task.Delay(200, patience.Token);
    }

    private async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        await using var connection = await Connect();
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    private async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner", database)));
        await connection.OpenAsync();
        return connection;
    }
}
