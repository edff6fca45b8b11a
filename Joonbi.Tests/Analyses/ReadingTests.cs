using System.Net;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class ListPendingAnalysesTests : ApiTest
{
    [Test]
    public async Task Shows_what_waits_oldest_first_also_when_its_trigger_was_lost()
    {
        var first = await Requested(await Customer());
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await Requested(await Customer());
        await App.Execute("update consultations set triggered_at = @now where id = @first", new { now = App.Clock.GetUtcNow(), first });

        var items = await Pending();

        Assert.That(items.Select(item => item.GetProperty("id").GetGuid()), Is.EqualTo(new[] { first, second }));
        Assert.That(items[0].GetProperty("triggeredAt").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That(items[1].GetProperty("triggeredAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(items[0].GetProperty("attempt").GetInt32(), Is.EqualTo(1));
        Assert.That(items[0].GetProperty("status").GetString(), Is.EqualTo("REQUESTED"));
        Assert.That(items[0].GetProperty("projectName").GetString(), Is.EqualTo("동네빵집"));
    }

    [Test]
    public async Task Shows_neither_what_is_running_nor_a_simple_one()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        var simple = await Requested(await Customer());
        await App.Execute("update consultations set kind = 'SIMPLE', campaign_id = null where id = @simple", new { simple });

        Assert.That(await Pending(), Is.Empty);
    }

    [Test]
    public async Task Shows_ten_unless_asked_for_more()
    {
        var customer = await Customer();
        for (var number = 0; number < 12; number++)
            await Requested(customer);

        Assert.That(await Pending(), Has.Length.EqualTo(10));
        Assert.That(await Pending("?limit=50"), Has.Length.EqualTo(12));
        Assert.That(await Pending("?limit=1"), Has.Length.EqualTo(1));
    }

    [TestCase("0")]
    [TestCase("51")]
    [TestCase("-1")]
    public async Task Refuses_a_limit_beyond_50(string limit)
    {
        using var clawdbot = App.AsClawdbot();

        var problem = await Problem(await clawdbot.GetAsync($"/api/internal/consultations/pending?limit={limit}"), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty("limit", out _), Is.True);
    }

    private static async Task<JsonElement[]> Pending(string query = "")
    {
        using var clawdbot = App.AsClawdbot();
        return [.. (await Body(await clawdbot.GetAsync($"/api/internal/consultations/pending{query}"))).GetProperty("items").EnumerateArray()];
    }
}

internal sealed class GetAssignmentTests : ApiTest
{
    [Test]
    public async Task Shows_everything_that_the_agent_needs()
    {
        var customer = await Customer("박서준");
        var id = await Requested(customer);
        using var agent = new Agent(App, id);

        var assignment = await Body(await agent.Get());

        Assert.That(assignment.GetProperty("id").GetGuid(), Is.EqualTo(id));
        Assert.That(assignment.GetProperty("kind").GetString(), Is.EqualTo("ANALYSIS"));
        Assert.That(assignment.GetProperty("status").GetString(), Is.EqualTo("REQUESTED"));
        Assert.That(assignment.GetProperty("description").GetString(), Is.EqualTo(SomeBrief().Description));
        Assert.That(assignment.GetProperty("referenceUrls").EnumerateArray().Select(url => url.GetString()), Is.EqualTo(SomeBrief().ReferenceUrls));
        Assert.That(assignment.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()), Is.EqualTo(SomeBrief().Features));
        Assert.That((assignment.GetProperty("budgetMin").GetInt64(), assignment.GetProperty("budgetMax").GetInt64()), Is.EqualTo((3_000_000L, 5_000_000L)));
        Assert.That(assignment.GetProperty("customerName").GetString(), Is.EqualTo("박서준"));
        Assert.That(assignment.GetProperty("run").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(assignment.GetProperty("attachments").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Shows_the_price_table()
    {
        using var agent = new Agent(App, await Requested(await Customer()));

        var prices = (await Body(await agent.Get())).GetProperty("prices").EnumerateArray().ToArray();

        Assert.That(prices, Has.Length.EqualTo(25));
        Assert.That(
            prices[0].ToString(),
            Is.EqualTo("""{"code":"LANDING_PAGE","category":"PAGE","name":"랜딩페이지","unit":"장","price":30000,"isMinimum":false,"isOptionalDeliverable":false}"""));
        Assert.That(prices.Single(price => price.GetProperty("code").GetString() == "EXTERNAL_API").GetProperty("isMinimum").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Shows_the_run_and_what_is_there_already()
    {
        using var agent = await new Agent(App, await Requested(await Customer())).Started();
        await Body(await agent.Give());
        await Body(await agent.Design());

        var assignment = await Body(await agent.Get());

        Assert.That(assignment.GetProperty("run").GetProperty("runId").GetGuid(), Is.EqualTo(agent.RunId));
        Assert.That(assignment.GetProperty("run").GetProperty("attempt").GetInt32(), Is.EqualTo(1));
        Assert.That(
            assignment.GetProperty("parts").ToString(),
            Is.EqualTo("""{"analysis":true,"documents":{"analysis":0,"requirements":0,"plan":0,"quotation":0},"designs":true}"""));
    }

    [Test]
    public async Task Refuses_an_unknown_consultation()
    {
        using var agent = new Agent(App, Guid.Parse("01900000-0000-7000-8000-000000000000"));

        await Problem(await agent.Get(), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }
}
