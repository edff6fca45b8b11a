using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace Joonbi.Tests.Deployment;

/// <summary>How the site is reached: over today's TLS, by its own names and by no other.</summary>
internal sealed class TlsTests : EdgeTest
{
    /// <summary>What this machine's OpenSSL cannot try, which is no finding about the server.</summary>
    private static readonly string[] NotTried = ["engine_problem", "secure_renego"];

    [Test]
    public async Task A_scan_finds_no_weak_item()
    {
        var report = Site.Configuration.At("tmp/scan.json");
        var output = await Scan(report);
        Assert.That(File.Exists(report), output);

        var findings = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(await File.ReadAllTextAsync(report))!;
        var weak = findings.Where(finding => finding["severity"] is not ("OK" or "INFO") && !NotTried.Contains(finding["id"])).Select(finding => $"{finding["severity"]} {finding["id"]}: {finding["finding"]}");
        Assert.That(weak, Is.Empty);
        Assert.That(findings.Where(finding => finding["severity"] == "OK").Select(finding => finding["id"]),
            Is.SupersetOf(new[] { "SSLv2", "SSLv3", "TLS1_2", "TLS1_3", "cipherlist_NULL", "cipherlist_STRONG", "PFS", "heartbleed", "ROBOT", "POODLE_SSL", "SWEET32", "LUCKY13", "RC4", "HSTS_time" }), output);
    }

    [TestCase("http://joonbi.test/prices?a=1", "https://joonbi.test/prices?a=1")]
    [TestCase("http://api.joonbi.test/internal", "https://api.joonbi.test/internal")]
    [TestCase("https://www.joonbi.test/prices?a=1", "https://joonbi.test/prices?a=1")]
    public async Task Every_other_way_leads_to_the_one_address(string asked, string led)
    {
        using var client = Site.From(Address, HttpVersion.Version11);
        using var answer = await client.GetAsync(asked);

        Assert.That((answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.MovedPermanently, led)));
    }

    [Test]
    public async Task The_certificate_authority_finds_its_proof_without_tls()
    {
        Directory.CreateDirectory(Site.Configuration.At("acme/.well-known/acme-challenge"));
        await File.WriteAllTextAsync(Site.Configuration.At("acme/.well-known/acme-challenge/token"), "proof");
        using var client = Site.From(Address, HttpVersion.Version11);

        Assert.That(await client.GetStringAsync("http://joonbi.test/.well-known/acme-challenge/token"), Is.EqualTo("proof"));
    }

    [Test]
    public async Task Whoever_asks_for_another_host_learns_nothing()
    {
        using var client = Site.From(Address, HttpVersion.Version11);

        Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://somebody.else/"));
        using var socket = new TcpClient("127.0.0.1", Site.Configuration.Ports.Https);
        var shown = false;
        await using var tls = new SslStream(socket.GetStream(), false, (_, certificate, _, errors) => (shown = true) && Site.Trusts(certificate, errors));
        Assert.ThrowsAsync<AuthenticationException>(() => tls.AuthenticateAsClientAsync("somebody.else"));
        Assert.That(shown, Is.False, "Not even a certificate, which would name us.");
    }

    [Test]
    public async Task Http_2_is_spoken()
    {
        using var answer = await Client.GetAsync("/");

        Assert.That((answer.StatusCode, answer.Version), Is.EqualTo((HttpStatusCode.OK, HttpVersion.Version20)));
    }

    private static async Task<string> Scan(string report)
    {
        var authority = Site.Configuration.At("tmp/authority.pem");
        await File.WriteAllTextAsync(authority, Site.AuthorityPem);
        var start = new ProcessStartInfo("testssl",
        [
            "--quiet", "--color", "0", "--warnings", "off", "--openssl", "/usr/bin/openssl", "--add-ca", authority, "--ip", "127.0.0.1", "-p", "-s", "-f", "-U", "-h",
            "--jsonfile", report, $"https://{Edge.Domain}:{Site.Configuration.Ports.Https}/",
        ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
