using System.Net;
using System.Text.RegularExpressions;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Deployment;

/// <summary>What browsers are told. The list is the file that the front end's other servers read as well.</summary>
internal sealed partial class HeaderTests : EdgeTest
{
    private static readonly string[] Obsolete = ["X-XSS-Protection", "X-Frame-Options", "Expect-CT", "Public-Key-Pins", "Feature-Policy", "X-Powered-By"];

    [Test]
    public async Task A_page_carries_each_listed_header_once_and_none_that_is_obsolete()
    {
        using var answer = await Client.GetAsync("/");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        foreach (var (name, value) in Listed())
            Assert.That(Header(answer, name), Is.EqualTo(value), name);

        Assert.That(Header(answer, "Strict-Transport-Security"), Is.EqualTo("max-age=63072000; includeSubDomains"));
        Assert.That(Obsolete.Where(name => Header(answer, name) is not null), Is.Empty);
        Assert.That(Header(answer, "Server"), Is.EqualTo("nginx"), "No version.");
    }

    [Test]
    public void The_list_has_what_a_browser_needs_and_no_way_round_it()
    {
        var listed = Listed().ToDictionary(header => header.Name, header => header.Value);
        var policy = listed["Content-Security-Policy"];

        Assert.That(listed.Keys, Is.SupersetOf(new[] { "Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy" }));
        Assert.That(policy, Does.StartWith("default-src 'none'; ").And.Contain("base-uri 'none'").And.Contain("frame-ancestors 'none'"));
        Assert.That(policy, Does.Not.Contain("unsafe-").And.Not.Contain(" http:").And.Not.Contain(" *"));
    }

    [Test]
    public async Task An_answer_of_the_api_keeps_the_apis_own_policy()
    {
        using var answer = await Client.GetAsync("/api/prices");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Header(answer, "Content-Security-Policy"), Is.EqualTo("default-src 'none'; frame-ancestors 'none'"));
        Assert.That((Header(answer, "X-Content-Type-Options"), Header(answer, "Referrer-Policy")), Is.EqualTo(("nosniff", "no-referrer")));
        Assert.That(Header(answer, "Strict-Transport-Security"), Is.EqualTo("max-age=63072000; includeSubDomains"));
    }

    [Test]
    public async Task Text_of_the_api_is_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/prices") { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await Client.SendAsync(request);

        Assert.That(Header(answer, "Content-Encoding"), Is.EqualTo("gzip"));
        Assert.That(Header(answer, "Vary"), Does.Contain("Accept-Encoding"));
    }

    private static List<(string Name, string Value)> Listed()
    {
        var lines = File.ReadAllLines(ProjectFiles.Path("deploy", "nginx", "snippets", "security-headers.conf")).Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();
        var listed = lines.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        Assert.That(listed, Has.Count.EqualTo(lines.Count), "One add_header NAME \"VALUE\" always; a line and nothing else: the development server reads the file too.");
        return listed;
    }

    [GeneratedRegex("^add_header (\\S+) \"([^\"]*)\" always;$")]
    private static partial Regex Line();
}
