using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Deployment;

/// <summary>Which address leads where.</summary>
[NonParallelizable]
internal sealed class HostTests : EdgeTest
{
    private const string Pending = "/internal/consultations/pending?limit=1";

    [Test]
    public async Task The_agents_short_address_is_the_internal_api()
    {
        using var agent = Agent();

        Assert.That(await agent.GetStringAsync($"https://api.{Edge.Domain}{Pending}"), Is.EqualTo(await agent.GetStringAsync($"https://{Edge.Domain}/api{Pending}")));
        await Problem(await Client.GetAsync($"https://api.{Edge.Domain}{Pending}"), HttpStatusCode.Unauthorized, "INTERNAL_KEY_INVALID");
    }

    [Test]
    public async Task The_short_address_holds_on_the_agents_host_alone_where_nothing_is_a_page()
    {
        using var agent = Agent();

        Assert.That(await agent.GetStringAsync(Pending), Is.EqualTo(FrontEnd.Application), "The front end's, like every address that is not the API's.");
        await Problem(await agent.GetAsync($"https://api.{Edge.Domain}/"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Test]
    public async Task Figures_are_for_the_inside()
    {
        await Problem(await Client.GetAsync("/metrics"), HttpStatusCode.NotFound, "NOT_FOUND");
        await Problem(await Client.GetAsync($"https://api.{Edge.Domain}/metrics"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Test]
    public async Task A_private_internal_api_answers_on_the_tailscale_port_alone()
    {
        Site.Configuration.Write(Edge.Domain, "private");
        Site.Proxy.Reload();
        try
        {
            await Eventually(async () => await Status($"https://{Edge.Domain}/api{Pending}") == HttpStatusCode.NotFound, "It stayed open.");
            Assert.That(await Status($"https://api.{Edge.Domain}{Pending}"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await Status($"https://api.{Edge.Domain}:8443{Pending}"), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await Status($"https://{Edge.Domain}/api/health/live"), Is.EqualTo(HttpStatusCode.OK));
        }
        finally
        {
            Site.Configuration.Write(Edge.Domain, "public");
            Site.Proxy.Reload();
            await Eventually(async () => await Status($"https://{Edge.Domain}/api{Pending}") == HttpStatusCode.OK, "It stayed closed.");
        }
    }

    [Test]
    public async Task Both_logs_know_a_request_by_one_id_which_no_client_chooses()
    {
        const string Chosen = "11111111111111111111111111111111";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me?token=secret") { Headers = { { "traceparent", $"00-{Chosen}-2222222222222222-01" } } };
        var trace = (await Problem(await Client.SendAsync(request), HttpStatusCode.Unauthorized, "UNAUTHENTICATED")).GetProperty("traceId").GetString()!;

        Assert.That(trace, Is.Not.EqualTo(Chosen));
        Assert.That(await Logged(trace), Does.Contain($"\"address\":\"{Address}\"").And.Contain("\"path\":\"/api/auth/me\"").And.Not.Contain("secret"));
        await Eventually(() => Task.FromResult(Site.Apis.SelectMany(api => api.Lines).Any(line => line.Contains(trace, StringComparison.Ordinal))), "No service knows the id.");
    }

    [Test]
    public async Task A_shared_links_token_is_in_no_line()
    {
        const string Token = "sh4re-t0ken-0123456789";
        var trace = (await Problem(await Client.GetAsync($"/api/shared/{Token}?again={Token}"), HttpStatusCode.NotFound, "SHARE_NOT_FOUND")).GetProperty("traceId").GetString()!;

        Assert.That(await Logged(trace), Does.Contain("\"path\":\"/api/shared/-\"").And.Not.Contain(Token));
    }

    [Test]
    public async Task The_api_knows_who_really_calls()
    {
        Assert.That(await AddressOfLogin(Client, "203.0.113.9"), Is.EqualTo(Address), "Whatever the client says of itself.");
        using var balancer = Site.From(Edge.Balancer);
        Assert.That(await AddressOfLogin(balancer, "203.0.113.9, 198.51.100.7"), Is.EqualTo("198.51.100.7"), "A proxy in front that was named is believed.");
    }

    /// <summary>What the API notes with the session of somebody who registers and logs in.</summary>
    private static async Task<string?> AddressOfLogin(HttpClient client, string claimed)
    {
        var email = $"{Path.GetRandomFileName()}@joonbi.test";
        var person = new { email, password = "bbang-jip-2026!", name = "김민아", consents = new { termsVersion = "2026-01", privacyVersion = "2026-01" } };
        await Say("/api/auth/register", person);
        await Say("/api/auth/login", new { email, person.password });
        return await Site.Sql<string>("select max(host(ip_address::inet)) from sessions s join users u on u.id = s.user_id where u.email = @email", new { email });

        async Task Say(string path, object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "X-Forwarded-For", claimed } } };
            using var answer = await client.SendAsync(request);
            Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>nginx's own line about the request; it is written after the answer.</summary>
    private static async Task<string> Logged(string trace)
    {
        string[] found = [];
        await Eventually(async () => (found = [.. (await File.ReadAllLinesAsync(Site.Configuration.At("logs/access.log"))).Where(line => line.Contains(trace, StringComparison.Ordinal))]).Length > 0, "nginx does not know the id.");
        return found.Single();
    }

    /// <summary>On a new connection: one that is open already stays with the workers of the old configuration.</summary>
    private async Task<HttpStatusCode> Status(string address)
    {
        using var agent = Agent();
        using var answer = await agent.GetAsync(address);
        return answer.StatusCode;
    }

    private HttpClient Agent()
    {
        var agent = Site.From(Address);
        agent.DefaultRequestHeaders.Add("x-internal-api-key", JoonbiApp.ClawdbotKey);
        return agent;
    }
}
