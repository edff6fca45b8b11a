using System.Net;
using System.Text.Json;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Support;

/// <summary>A test of the whole service that starts from an empty database (the seeded catalogue stays).</summary>
internal abstract class ApiTest
{
    /// <summary>The service that this class tests.</summary>
    protected internal static JoonbiApp App { get; private set; } = null!;

    /// <summary>Which one it is, where it is not the usual one.</summary>
    protected virtual Task<JoonbiApp> Chosen => TestRun.App;

    [OneTimeSetUp]
    public async Task BeginAnew()
    {
        App = await Chosen;
        await App.Respawn();
    }

    [SetUp]
    public Task EmptyTheDatabase() => App.Reset();

    /// <summary>A customer who is registered, verified and signed in.</summary>
    protected static Task<TestUser> Customer(string name = "김민아") => User("CUSTOMER", name);

    /// <summary>A person of the studio who is signed in.</summary>
    protected static Task<TestUser> Admin(string name = "관리자") => User("ADMIN", name);

    /// <summary>An ANALYSIS consultation on a free slot: the trigger is queued, no run has begun.</summary>
    protected static async Task<Guid> Requested(TestUser customer)
    {
        var random = App.Services.GetRequiredService<IRandomSource>();
        var now = App.Clock.GetUtcNow();
        var consultation = Consultation.Submit(random.NextId(), customer.Id, ConsultationKind.Analysis, SomeBrief(), now);
        consultation.Proceed(await App.Sql<Guid>("select id from campaigns where active limit 1"), App.Services.GetRequiredService<ConsultationPolicy>(), now);
        await App.InScope(async services =>
        {
            await services.GetRequiredService<IConsultationRepository>().Add(consultation, default);
            await services.GetRequiredService<Joonbi.Application.IUnitOfWork>().Commit(default);
            return true;
        });
        return consultation.Id;
    }

    protected static Brief SomeBrief() =>
        new("동네빵집", "빵집 홈페이지를 만들고 싶어요. 예약과 게시판이 필요합니다.", ["https://example.com"], 3_000_000, 5_000_000, null, ["예약", "게시판"]);

    protected static async Task<JsonElement> Body(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asserts a problem document with that status and code, and hands it over.</summary>
    protected static async Task<JsonElement> Problem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await Body(response, status);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code), problem.ToString());
        return problem;
    }

    private static async Task<TestUser> User(string role, string name)
    {
        var random = App.Services.GetRequiredService<IRandomSource>();
        var user = new TestUser(random.NextId(), $"{random.NextId():n}@joonbi.test", role, random.NextId());
        await App.Execute(
            """
            insert into users (id, email, name, role, email_verified_at, created_at, updated_at) values (@Id, @Email, @name, @Role, @now, @now, @now);
            insert into sessions (id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at)
            values (@SessionId, @Id, 'test', '127.0.0.1', @now, @now, @now + interval '30 days')
            """,
            new { user.Id, user.Email, user.Role, user.SessionId, name, now = App.Clock.GetUtcNow() });
        return user;
    }
}
