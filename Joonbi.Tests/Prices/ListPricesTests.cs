using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Prices;

internal sealed class ListPricesTests : ApiTest
{
    [Test]
    public async Task Visitors_read_the_seeded_price_table()
    {
        var items = (await Body(await App.AsNobody().GetAsync("/api/prices"))).GetProperty("items").EnumerateArray().ToList();

        Assert.That(items, Has.Count.EqualTo(25));
        Assert.That((items[0].GetProperty("name").GetString(), items[0].GetProperty("price").GetInt64(), items[0].GetProperty("unit").GetString()), Is.EqualTo(("랜딩페이지", 30_000L, "장")));
        Assert.That(items.Single(item => item.GetProperty("isMinimum").GetBoolean()).GetProperty("name").GetString(), Is.EqualTo("외부 API 연동"));
        Assert.That(items.Where(item => item.GetProperty("isOptionalDeliverable").GetBoolean()).Sum(item => item.GetProperty("price").GetInt64()), Is.EqualTo(210_000));
    }

    [Test]
    public async Task An_unchanged_table_is_not_sent_again()
    {
        var first = await App.AsNobody().GetAsync("/api/prices");
        var client = App.AsNobody();
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        await Body(await client.GetAsync("/api/prices"), HttpStatusCode.NotModified);
        Assert.That(first.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=60"));
    }
}
