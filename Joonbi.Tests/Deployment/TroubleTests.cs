using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;

namespace Joonbi.Tests.Deployment;

/// <summary>What is seen when something behind the proxy is away, is changed, or is closed on purpose.</summary>
[NonParallelizable]
[UnsupportedOSPlatform("windows")]
internal sealed class TroubleTests : EdgeTest
{
    [TearDown]
    public async Task Mend()
    {
        File.Delete(Site.Configuration.At("upstream/maintenance"));
        Site.Serve("api", [.. Site.Apis.Select(api => api.Http.BaseAddress!.Port)]);
        Site.Serve("web", Site.Configuration.Ports.Web);
        Site.Proxy.Reload();
        await Eventually(async () => await Status("/api/health/ready") == HttpStatusCode.OK && await Status("/") == HttpStatusCode.OK, "It was not mended.");
    }

    [Test]
    public async Task One_of_two_processes_may_die_in_the_middle_of_it_all()
    {
        using var monitor = Site.From(Edge.Exempt);
        var asking = Task.WhenAll(Enumerable.Range(0, 300).Select(async number =>
        {
            await Task.Delay(number * 5);
            return (await monitor.GetAsync("/api/events/slots")).StatusCode;
        }));
        await Task.Delay(300);
        await Site.Apis[1].Kill();

        Assert.That(await asking, Is.All.EqualTo(HttpStatusCode.OK));
        await Site.Apis[1].Start();
    }

    [Test]
    public async Task Without_the_api_its_routes_say_when_to_come_again_and_the_pages_still_come()
    {
        Site.Serve("api", Probe.Free(1));
        Site.Proxy.Reload();
        await Eventually(async () => await Status("/api/prices") == HttpStatusCode.ServiceUnavailable, "The API is still there.");
        using var fresh = Site.From(Address);
        using var answer = await fresh.GetAsync("/api/prices");

        await Problem(answer, HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
        Assert.That(Header(answer, "Retry-After"), Is.EqualTo("10"));
        Assert.That(await Status("/"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Without_the_front_end_there_is_a_page_that_says_so()
    {
        Site.Serve("web", Probe.Free(1));
        Site.Proxy.Reload();
        await Eventually(async () => await Status("/") == HttpStatusCode.ServiceUnavailable, "The front end is still there.");

        await MaintenancePage();
        Assert.That(await Status("/api/prices"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Closed_on_purpose_everything_says_so_at_once()
    {
        await File.WriteAllTextAsync(Site.Configuration.At("upstream/maintenance"), "");

        await MaintenancePage();
        await Problem(await Client.GetAsync("/api/prices"), HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
        await Problem(await Client.GetAsync($"https://api.{Edge.Domain}/internal/consultations/pending"), HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
    }

    [Test]
    public async Task A_renewed_certificate_and_a_moved_upstream_are_noticed()
    {
        using var follower = Follow();
        try
        {
            var serial = Site.Renew();
            await Eventually(async () => await Shown() == serial, "The old certificate is still shown.");
            Site.Serve("api", Probe.Free(1));
            await Eventually(async () => await Status("/api/prices") == HttpStatusCode.ServiceUnavailable, "The old upstream is still asked.");
        }
        finally
        {
            follower.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The container's own script, with the image's template step left out.</summary>
    private static Process Follow()
    {
        var reload = Site.Configuration.At("nginx/reload.sh");
        File.WriteAllText(reload, string.Join('\n', File.ReadAllLines(reload).Where(line => !line.StartsWith("/docker-entrypoint.d", StringComparison.Ordinal))) + "\n");
        File.SetUnixFileMode(reload, File.GetUnixFileMode(reload) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("sh", ["-c", $". {Site.Configuration.At("nginx/entrypoint/40-follow.sh")}; wait"]) { Environment = { ["FOLLOW_SECONDS"] = "0.2", ["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin" } };
        return Process.Start(start)!;
    }

    private static async Task<string> Shown()
    {
        using var socket = new TcpClient("127.0.0.1", Site.Configuration.Ports.Https);
        await using var tls = new SslStream(socket.GetStream(), false, (_, certificate, _, errors) => Site.Trusts(certificate, errors));
        await tls.AuthenticateAsClientAsync(Edge.Domain);
        return ((X509Certificate2)tls.RemoteCertificate!).SerialNumber;
    }

    private async Task MaintenancePage()
    {
        using var fresh = Site.From(Address);
        using var answer = await fresh.GetAsync("/consultations");
        Assert.That((answer.StatusCode, Header(answer, "Retry-After"), Header(answer, "Cache-Control"), answer.Content.Headers.ContentType?.ToString()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "60", "no-store", "text/html; charset=utf-8")));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("잠시 점검 중입니다").And.Contain("/maintenance/style.css"));
        Assert.That(await fresh.GetStringAsync("/maintenance/style.css"), Does.Contain("body"));
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var fresh = Site.From(Address);
        using var answer = await fresh.GetAsync(path);
        return answer.StatusCode;
    }
}
