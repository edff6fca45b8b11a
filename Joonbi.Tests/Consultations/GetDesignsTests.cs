using System.Net;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class GetDesignsTests : ApiTest
{
    [Test]
    public async Task Shows_the_latest_screens()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        using var agent = await new Agent(App, id).Started();
        await agent.Design();
        await agent.Design(Agent.SomeDesigns(screenName: "메인"));

        var response = await App.As(customer).GetAsync($"/api/consultations/{id}/designs");
        var body = await Body(response);

        Assert.That((body.GetProperty("version").GetInt32(), body.GetProperty("screens")[0].GetProperty("screenName").GetString()), Is.EqualTo((2, "메인")));
        Assert.That((body.GetProperty("figmaFileUrl").GetString(), response.Headers.ETag?.Tag.Split('-')[0]), Is.EqualTo(("https://www.figma.com/design/AbC123/bakery", "\"v2")));
    }

    [Test]
    public async Task Before_any_it_is_version_0_without_screens()
    {
        var customer = await Customer();

        var body = await Body(await App.As(customer).GetAsync($"/api/consultations/{await Requested(customer)}/designs"));

        Assert.That((body.GetProperty("version").GetInt32(), body.GetProperty("screens").GetArrayLength()), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Says_why_there_are_none()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        using var agent = await new Agent(App, id).Started();
        await agent.Design(new { unavailableReason = "디자인 도구를 쓸 수 없습니다." });

        var body = await Body(await App.As(customer).GetAsync($"/api/consultations/{id}/designs"));

        Assert.That(body.GetProperty("unavailableReason").GetString(), Is.EqualTo("디자인 도구를 쓸 수 없습니다."));
    }

    [Test]
    public async Task Anothers_do_not_exist()
    {
        var id = await Requested(await Customer());

        await Problem(await App.As(await Customer()).GetAsync($"/api/consultations/{id}/designs"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }
}
