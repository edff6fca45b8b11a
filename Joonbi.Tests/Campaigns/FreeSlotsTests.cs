using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Campaigns;

internal sealed class FreeSlotsTests : ApiTest
{
    [Test]
    public async Task Of_1000_simultaneous_submissions_exactly_10_get_a_free_slot()
    {
        var clients = new List<HttpClient>();
        for (var i = 0; i < 1_000; i++)
            clients.Add(App.As(await Customer()));

        var responses = await Task.WhenAll(clients.Select(client => client.PostAsJsonAsync("/api/consultations", Draft.Analysis())));

        Assert.That(responses.GroupBy(response => response.StatusCode).Select(group => (group.Key, group.Count())), Is.EqualTo(new[] { (HttpStatusCode.Created, 1_000) }));
        Assert.That(await App.Sql<string>(
            """
            select concat_ws(' ',
                count(*) filter (where status = 'REQUESTED' and campaign_id is not null),
                count(*) filter (where status = 'AWAITING_PAYMENT' and campaign_id is null),
                (select taken from campaigns),
                (select count(*) from slot_claims where returned_at is null))
              from consultations
            """), Is.EqualTo("10 990 10 10"));
    }

    [Test]
    public async Task One_customer_gets_one_slot_however_often_and_fast_they_ask()
    {
        var client = App.As(await Customer());

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.PostAsJsonAsync("/api/consultations", Draft.Analysis())));

        Assert.That(responses.Select(response => response.StatusCode), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(await App.Sql<int>("select count(*)::int from consultations where status = 'REQUESTED'"), Is.EqualTo(1));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.EqualTo(1));
    }

    [Test]
    public async Task Each_campaign_gives_a_customer_one_slot_of_its_own()
    {
        await WithCampaign("두 번째", 1, startsInDays: -1, endsInDays: 1);
        var client = App.As(await Customer());

        for (var i = 0; i < 3; i++)
            await Body(await client.PostAsJsonAsync("/api/consultations", Draft.Analysis()), HttpStatusCode.Created);

        Assert.That(await App.Sql<int>("select count(distinct campaign_id)::int from consultations"), Is.EqualTo(2));
        Assert.That(await App.Sql<int>("select count(*)::int from consultations where status = 'AWAITING_PAYMENT'"), Is.EqualTo(1));
    }

    [TestCase(1, 2)]
    [TestCase(-2, -1)]
    public async Task A_campaign_that_is_not_open_now_gives_nothing(int startsInDays, int endsInDays)
    {
        await App.Execute("update campaigns set active = false");
        await WithCampaign("다른 날", 5, startsInDays, endsInDays);

        await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Draft.Analysis());

        Assert.That(await App.Sql<string>("select status from consultations"), Is.EqualTo("AWAITING_PAYMENT"));
        Assert.That((await Body(await App.AsNobody().GetAsync("/api/events/slots"))).GetProperty("campaign").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task Visitors_see_how_many_are_left_and_ask_again_cheaply()
    {
        await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Draft.Analysis());

        var response = await App.AsNobody().GetAsync("/api/events/slots");

        var body = await Body(response);
        Assert.That((body.GetProperty("campaign").GetProperty("name").GetString(), body.GetProperty("slots").GetInt32(), body.GetProperty("left").GetInt32(), body.GetProperty("fee").GetInt64()), Is.EqualTo(("오픈 이벤트", 10, 9, 100_000)));
        Assert.That(response.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=10"));
        var again = App.AsNobody();
        again.DefaultRequestHeaders.IfNoneMatch.Add(response.Headers.ETag!);
        await Body(await again.GetAsync("/api/events/slots"), HttpStatusCode.NotModified);
    }

    [TearDown]
    public Task RemoveFurtherCampaigns() =>
        App.Execute("truncate consultations, slot_claims cascade; delete from campaigns where name <> '오픈 이벤트'");

    private static Task WithCampaign(string name, int slots, int startsInDays, int endsInDays) => App.Execute(
        """
        insert into campaigns (id, name, slots, starts_at, ends_at, created_at, updated_at)
        values (gen_random_uuid(), @name, @slots, @starts, @ends, @starts, @starts)
        """,
        new { name, slots, starts = App.Clock.GetUtcNow().AddDays(startsInDays), ends = App.Clock.GetUtcNow().AddDays(endsInDays) });
}
