using System.Net;
using System.Text.Json;

namespace Joonbi.Tests.Deployment;

/// <summary>A test of what the world sees. Each comes from an address of its own, so that none uses up another's allowance.</summary>
[Category("Slow")]
internal abstract class EdgeTest
{
    private static int last = 10;

    protected static Edge Site { get; private set; } = null!;

    /// <summary>Where this test's requests come from.</summary>
    protected string Address { get; private set; } = "";

    /// <summary>A browser at <see cref="Address"/>.</summary>
    protected HttpClient Client { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartTheSite()
    {
        Nginx.Demand();
        Site = await Edge.Running;
    }

    [SetUp]
    public void ComeFromANewAddress()
    {
        Address = $"127.0.1.{Interlocked.Increment(ref last)}";
        Client = Site.From(Address);
    }

    [TearDown]
    public void Leave() => Client.Dispose();

    /// <summary>A browser at this test's address whose customer is signed in.</summary>
    protected async Task<HttpClient> Customer() => Site.From(Address, token: (await Site.Apis[0].Customers(1))[0]);

    protected static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(" | ", values) : null;

    /// <summary>Asserts a problem document that tells the same as the API's own.</summary>
    protected static async Task<JsonElement> Problem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), text);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), text);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.That(
            (problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32(), problem.GetProperty("traceId").GetString()!.Length, problem.GetProperty("title").GetString()!.Length > 0, problem.GetProperty("detail").GetString()!.Length > 0),
            Is.EqualTo((code, (int)status, 32, true, true)));
        Assert.That((Header(answer, "X-Content-Type-Options"), Header(answer, "Strict-Transport-Security")), Is.EqualTo(("nosniff", "max-age=63072000; includeSubDomains")));
        return problem;
    }

    protected static async Task Eventually(Func<Task<bool>> holds, string what)
    {
        for (var tries = 0; !await Answered(holds); tries++)
        {
            Assert.That(tries, Is.LessThan(400), what);
            await Task.Delay(25);
        }
    }

    /// <summary>A worker that retires at a reload may close a connection that it has just taken: its client asks again.</summary>
    private static async Task<bool> Answered(Func<Task<bool>> holds)
    {
        try
        {
            return await holds();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
