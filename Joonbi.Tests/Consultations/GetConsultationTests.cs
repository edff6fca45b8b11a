using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class GetConsultationTests : ApiTest
{
    [Test]
    public async Task Shows_everything_that_was_handed_in()
    {
        var customer = await Customer();
        var id = await Requested(customer);

        var body = await Body(await App.As(customer).GetAsync($"/api/consultations/{id}"));

        Assert.That(body.GetProperty("referenceUrls")[0].GetString(), Is.EqualTo("https://example.com"));
        Assert.That((body.GetProperty("percent").GetInt32(), body.GetProperty("documents").GetArrayLength(), body.GetProperty("designsVersion").GetInt32()), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task Who_holds_the_present_version_gets_304()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        var first = await App.As(customer).GetAsync($"/api/consultations/{id}");
        var client = App.As(customer);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        await Body(await client.GetAsync($"/api/consultations/{id}"), HttpStatusCode.NotModified);
        await App.Execute("update consultations set version = version + 1");
        await Body(await client.GetAsync($"/api/consultations/{id}"));
    }

    [Test]
    public async Task Anothers_does_not_exist()
    {
        var id = await Requested(await Customer());

        await Problem(await App.As(await Customer()).GetAsync($"/api/consultations/{id}"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }

    [Test]
    public async Task The_list_is_the_customers_own_newest_first_in_parts()
    {
        var customer = await Customer();
        await Requested(await Customer());
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
            ids.Add((await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid());

        var seen = new List<Guid>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await Body(await App.As(customer).GetAsync($"/api/consultations?limit=2{cursor}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        ids.Sort((left, right) => string.CompareOrdinal(right.ToString(), left.ToString()));
        Assert.That(seen, Is.EqualTo(ids));
    }

    [Test]
    public async Task The_list_can_be_narrowed_to_a_status()
    {
        var customer = await Customer();
        await Requested(customer);
        await App.As(customer).PostAsJsonAsync("/api/consultations", Draft.Analysis(("referenceUrls", null)));

        var page = await Body(await App.As(customer).GetAsync("/api/consultations?status=ON_HOLD"));

        Assert.That(page.GetProperty("items").EnumerateArray().Single().GetProperty("status").GetString(), Is.EqualTo("ON_HOLD"));
    }

    [TestCase("limit=0")]
    [TestCase("limit=101")]
    [TestCase("limit=abc")]
    [TestCase("cursor=nonsense")]
    [TestCase("status=NOTHING")]
    [TestCase("status=OnHold")]
    public async Task Refuses_a_page_that_does_not_exist(string query) =>
        Assert.That((await App.As(await Customer()).GetAsync($"/api/consultations?{query}")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
}
