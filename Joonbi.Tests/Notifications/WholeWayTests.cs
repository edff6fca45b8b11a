using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Notifications;

/// <summary>The main job as everybody sees it from outside: channel, agent, mailbox, bell.</summary>
internal sealed class WholeWayTests : ApiTest
{
    [Test]
    public async Task From_a_customers_address_to_the_mail_that_says_it_is_done()
    {
        var customer = await Customer();
        using var client = App.As(customer);
        var id = (await Body(await client.PostAsJsonAsync("/api/consultations", Draft.Analysis()), HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await App.DeliverOutbox();
        Assert.That((App.Vendors.Discord.Count, App.Vendors.Mails.Count), Is.EqualTo((1, 0)));

        using var agent = await new Agent(App, id).Started();
        foreach (var part in new[] { await agent.Give(), await agent.Deliver(), await agent.Design() })
            await Body(part);
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord.Select(post => post.Body.GetProperty("embeds")[0].GetProperty("title").GetString()), Is.EqualTo(new[] { "새 분석 상담", "분석 완료 – 동네빵집" }));
        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("subject").GetString(), Is.EqualTo("[준비스튜디오] ‘동네빵집’ 분석이 완료되었습니다"));
        Assert.That((await Body(await client.GetAsync("/api/notifications/unread-count"))).GetProperty("count").GetInt32(), Is.EqualTo(1));

        App.Clock.Advance(TimeSpan.FromHours(1));
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(1), "documents that came with the result are no news of their own");
    }

    [Test]
    public async Task What_cannot_be_built_ends_at_once_with_its_reason()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        await App.DeliverOutbox();
        using var agent = await new Agent(App, id).Started();

        await Body(await agent.Give(Agent.SomeAnalysis("INFEASIBLE", rejectReason: "외부 기관의 허가가 필요합니다.")));
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("text").GetString(), Does.Contain("사유: 외부 기관의 허가가 필요합니다."));
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1), "the trigger");
    }
}
