using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Prices;

internal sealed class ChangePriceTests : ApiTest
{
    [Test]
    public async Task A_new_price_is_public_at_once()
    {
        await Added(Draft("CHATBOT", price: 700_000));

        Assert.That(await Public(), Does.Contain("CHATBOT 700000"));
    }

    [Test]
    public async Task One_that_is_not_active_is_the_studios_own()
    {
        var draft = Draft("CHATBOT");
        draft["active"] = false;
        await Added(draft);

        Assert.That(await Public(), Has.None.StartsWith("CHATBOT"));
        Assert.That((await Body(await App.As(await Admin()).GetAsync("/api/admin/prices"))).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()), Does.Contain("CHATBOT"));
    }

    [Test]
    public async Task A_code_is_used_once()
    {
        var id = await Added(Draft("CHATBOT"));
        var client = App.As(await Admin());

        await Problem(await client.PostAsJsonAsync("/api/admin/prices", Draft("CHATBOT")), HttpStatusCode.Conflict, "PRICE_CODE_TAKEN");
        await Problem(await client.PutAsJsonAsync($"/api/admin/prices/{id}", Draft("LOGIN")), HttpStatusCode.Conflict, "PRICE_CODE_TAKEN");
    }

    [Test]
    public async Task Of_twenty_who_add_the_same_code_one_succeeds()
    {
        var client = App.As(await Admin());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.PostAsJsonAsync("/api/admin/prices", Draft("CHATBOT"))));

        Assert.That((answers.Count(answer => answer.StatusCode is HttpStatusCode.Created), answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict)), Is.EqualTo((1, 19)));
    }

    [Test]
    public async Task A_change_needs_the_present_version()
    {
        var id = await Added(Draft("CHATBOT"));
        var client = App.As(await Admin());
        client.DefaultRequestHeaders.IfMatch.Add((await client.GetAsync($"/api/admin/prices/{id}")).Headers.ETag!);

        Assert.That((await Body(await client.PutAsJsonAsync($"/api/admin/prices/{id}", Draft("CHATBOT", price: 1)))).GetProperty("version").GetInt32(), Is.EqualTo(2));
        await Problem(await client.PutAsJsonAsync($"/api/admin/prices/{id}", Draft("CHATBOT", price: 2)), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
        await Problem(await client.DeleteAsync($"/api/admin/prices/{id}"), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
        Assert.That(await Public(), Does.Contain("CHATBOT 1"));
    }

    [Test]
    public async Task A_removed_price_is_gone()
    {
        var id = await Added(Draft("CHATBOT"));
        var client = App.As(await Admin());

        await Body(await client.DeleteAsync($"/api/admin/prices/{id}"), HttpStatusCode.NoContent);

        await Problem(await client.GetAsync($"/api/admin/prices/{id}"), HttpStatusCode.NotFound, "PRICE_NOT_FOUND");
        await Problem(await client.PutAsJsonAsync($"/api/admin/prices/{id}", Draft("CHATBOT")), HttpStatusCode.NotFound, "PRICE_NOT_FOUND");
    }

    [Test]
    public async Task Every_change_is_in_the_audit_log_with_before_and_after()
    {
        var id = await Added(Draft("CHATBOT", price: 10));
        await App.As(await Admin()).PutAsJsonAsync($"/api/admin/prices/{id}", Draft("CHATBOT", price: 20));
        await App.As(await Admin()).DeleteAsync($"/api/admin/prices/{id}");

        Assert.That(
            await App.Sql<string>("select string_agg(concat_ws(' ', action, coalesce(before->>'price', '-'), coalesce(after->>'price', '-')), ', ' order by action) from audit_log"),
            Is.EqualTo("price.add - 10, price.change 10 20, price.remove 20 -"));
    }

    [TestCase("code", "소문자")]
    [TestCase("code", "lower")]
    [TestCase("name", " ")]
    [TestCase("unit", "")]
    [TestCase("price", -1)]
    [TestCase("position", 10_001)]
    public async Task Refuses_what_makes_no_sense(string field, object value)
    {
        var draft = Draft("CHATBOT");
        draft[field] = value;

        var problem = await Problem(await App.As(await Admin()).PostAsJsonAsync("/api/admin/prices", draft), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [TearDown]
    public Task RemoveFurtherPrices() => App.Execute("delete from prices where code = 'CHATBOT'");

    private static Dictionary<string, object?> Draft(string code, long price = 700_000) =>
        new() { ["code"] = code, ["category"] = "FUNCTION", ["name"] = "챗봇", ["unit"] = "개", ["price"] = price, ["position"] = 30 };

    private static async Task<Guid> Added(object draft) =>
        (await Body(await App.As(await Admin()).PostAsJsonAsync("/api/admin/prices", draft), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private static async Task<IReadOnlyList<string>> Public() =>
        [.. (await Body(await App.AsNobody().GetAsync("/api/prices"))).GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("code")} {item.GetProperty("price")}")];
}
