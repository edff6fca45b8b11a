using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class DeliverDesignsTests : ApiTest
{
    [Test]
    public async Task Is_version_1_and_the_same_again_stays_version_1()
    {
        var id = await Requested(await Customer());
        using var agent = await new Agent(App, id).Started();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await Body(await agent.Design())).ToString()));

        Assert.That(answers, Is.All.EqualTo("""{"version":1,"status":"ANALYZING"}"""));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = 'DESIGNS'", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task Changed_it_is_a_new_version()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        await Body(await agent.Design());

        Assert.That((await Body(await agent.Design(Agent.SomeDesigns(screenName: "메인")))).GetProperty("version").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task May_say_why_there_are_none()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        await Body(await agent.Design(new { unavailableReason = "디자인 도구를 쓸 수 없습니다." }));
    }

    [TestCase("https://www.figma.com/design/1")]
    [TestCase("https://figma.com/file/1")]
    [TestCase("https://WWW.FIGMA.COM/file/1")]
    public async Task Takes_figma_addresses(string url)
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        await Body(await agent.Design(new { figmaFileUrl = url }));
    }

    [TestCase("http://www.figma.com/design/1")]
    [TestCase("https://figma.com.evil.example/design/1")]
    [TestCase("https://evilfigma.com/design/1")]
    [TestCase("https://www.figma.com@evil.example/")]
    [TestCase("https://evil.example/https://www.figma.com")]
    [TestCase("https://www.figma.com:8443/design/1")]
    [TestCase("https://evil.example\\.figma.com/")]
    [TestCase("javascript:alert(1)//figma.com")]
    [TestCase("//www.figma.com/design/1")]
    [TestCase("www.figma.com/design/1")]
    [TestCase("")]
    public async Task Refuses_other_hosts_and_schemes(string url)
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        var problem = await Problem(await agent.Design(new { figmaFileUrl = url }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty("figmaFileUrl", out _), Is.True, problem.ToString());
    }

    [TestCase("""{ "screens": [] }""", "unavailableReason")]
    [TestCase("""{ }""", "unavailableReason")]
    [TestCase("""{ "figmaFileUrl": "https://www.figma.com/design/1", "unavailableReason": "없음" }""", "unavailableReason")]
    [TestCase("""{ "screens": [{ "screenId": "a", "screenName": "홈" }, { "screenId": "a", "screenName": "홈" }] }""", "screens")]
    [TestCase("""{ "screens": [{ "screenId": "a", "screenName": "" }] }""", "screens[0].screenName")]
    [TestCase("""{ "screens": [{ "screenId": "a", "screenName": "홈", "imageUrl": "http://images.example.com/1.png" }] }""", "screens[0].imageUrl")]
    [TestCase("""{ "screens": [{ "screenId": "a", "screenName": "홈", "figmaUrl": "https://example.com/1" }] }""", "screens[0].figmaUrl")]
    [TestCase("""{ "screens": [null] }""", "screens[0]")]
    public async Task Refuses_what_is_malformed(string body, string field)
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();

        var problem = await Problem(await agent.Design(body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
    }
}
