using System.Net;
using Joonbi.Domain.Consultations;

namespace Joonbi.Tests.Notifications;

internal sealed class NotificationListTests : NewsTest
{
    [Test]
    public async Task Lists_the_newest_first_part_by_part_and_only_ones_own()
    {
        var stranger = await Customer("다른 고객");
        for (var number = 1; number <= 3; number++)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            await Happened(new ConsultationRejected(ConsultationId, Reader.Id, $"#{number}", "BY_ADMIN", "사유", Actor.Admin));
        }

        using var client = App.As(Reader);
        var first = await Body(await client.GetAsync("/api/notifications?limit=2"));
        var second = await Body(await client.GetAsync($"/api/notifications?limit=2&cursor={Text(first, "nextCursor")}"));

        Assert.That(first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => Text(item, "title")[..4]), Is.EqualTo(new[] { "‘#3’", "‘#2’", "‘#1’" }));
        Assert.That(second.GetProperty("nextCursor").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(Text(first.GetProperty("items")[0], "link"), Is.EqualTo($"/consultations/{ConsultationId}"));
        using var other = App.As(stranger);
        Assert.That((await Body(await other.GetAsync("/api/notifications"))).GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Counts_what_is_unread_until_it_is_read()
    {
        await Happened(new ConsultationPutOnHold(ConsultationId, Reader.Id, "하나"), new ConsultationPutOnHold(ConsultationId, Reader.Id, "둘"), new ConsultationPutOnHold(ConsultationId, Reader.Id, "셋"));
        using var client = App.As(Reader);
        var id = (await Body(await client.GetAsync("/api/notifications"))).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.That(await Unread(client), Is.EqualTo(3));

        await Body(await client.PatchAsync($"/api/notifications/{id}/read", null), HttpStatusCode.NoContent);
        await Body(await client.PatchAsync($"/api/notifications/{id}/read", null), HttpStatusCode.NoContent);
        Assert.That(await Unread(client), Is.EqualTo(2));

        await Body(await client.PatchAsync("/api/notifications/read-all", null), HttpStatusCode.NoContent);
        Assert.That(await Unread(client), Is.Zero);
    }

    [Test]
    public async Task Reading_twice_keeps_the_first_time()
    {
        await Happened(new ConsultationPutOnHold(ConsultationId, Reader.Id, "동네빵집"));
        using var client = App.As(Reader);
        var first = App.Clock.GetUtcNow();
        await client.PatchAsync("/api/notifications/read-all", null);

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.PatchAsync($"/api/notifications/{await App.Sql<Guid>("select id from notifications")}/read", null);

        Assert.That(await App.Sql<DateTimeOffset>("select read_at from notifications"), Is.EqualTo(first));
    }

    [Test]
    public async Task Another_customers_notification_does_not_exist()
    {
        await Happened(new ConsultationPutOnHold(ConsultationId, Reader.Id, "동네빵집"));
        using var stranger = App.As(await Customer("다른 고객"));

        await Problem(await stranger.PatchAsync($"/api/notifications/{await App.Sql<Guid>("select id from notifications")}/read", null), HttpStatusCode.NotFound, "NOTIFICATION_NOT_FOUND");
        await stranger.PatchAsync("/api/notifications/read-all", null);

        Assert.That(await App.Sql<int>("select count(*)::int from notifications where read_at is null"), Is.EqualTo(1));
    }

    private static async Task<int> Unread(HttpClient client) => (await Body(await client.GetAsync("/api/notifications/unread-count"))).GetProperty("count").GetInt32();
}
