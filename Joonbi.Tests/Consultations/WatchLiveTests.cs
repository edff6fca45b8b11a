using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

/// <summary>The stream of a real process: nobody steps anything by hand.</summary>
internal sealed class WatchLiveTests
{
    [Test]
    public async Task Whoever_watches_hears_at_once_and_is_let_go_when_the_service_stops()
    {
        var database = await TestRun.NewDatabase("watch");
        await using var vendors = await Vendors.Start();
        await using var api = new ApiProcess(database, vendors, Path.GetTempPath());
        await api.Start();
        api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await api.Customers(1))[0]);
        var id = (await (await api.Http.PostAsJsonAsync("/api/consultations", Draft.Analysis())).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        using var stream = await LiveStream.Open(api.Http, $"/api/consultations/{id}/events");
        await stream.Next();
        using var start = new HttpRequestMessage(HttpMethod.Post, $"/api/internal/consultations/{id}/analysis/start");
        start.Headers.Add("x-internal-api-key", JoonbiApp.ClawdbotKey);
        (await api.Http.SendAsync(start)).EnsureSuccessStatusCode();
        var started = await stream.Next();
        var ended = stream.Rest();

        Assert.That(await api.Stop(), Is.Zero);
        Assert.That((started!.Event, (await ended).Count), Is.EqualTo(("started", 0)), "A clean end, not a broken connection.");
        await TestRun.Drop(database);
    }
}
