using System.Net.Http.Headers;
using System.Text.Json;

namespace Joonbi.Bench;

/// <summary>How soon after its commit a trigger is at Discord, when nothing else goes on.</summary>
internal static class TriggerBench
{
    private const int Samples = 300;
    private static readonly object Draft = new { kind = "ANALYSIS", projectName = "동네빵집", description = "빵집 홈페이지를 만들고 싶어요.", referenceUrls = new[] { "https://example.com" } };

    public static async Task Run(Cluster cluster)
    {
        await Seed.Consultations(cluster, 2 * Samples * Seed.PerCustomer);
        await Seed.OpenCampaign(cluster);
        await using var vendors = await StandIn.Start(TimeSpan.Zero);
        await using var api = await ApiProcess.Start(cluster, vendors.Address);
        using var http = new HttpClient { BaseAddress = api.Address };
        var ids = new List<Guid>();
        foreach (var user in await cluster.Query<Guid>("select id from users limit @Samples", new { Samples }))
        {
            ids.Add(await Submit(http, user));
            await Task.Delay(20);
        }

        while (vendors.Arrivals.Count < Samples)
            await Task.Delay(50);

        var committed = (await cluster.Query<(Guid Id, DateTime At)>(
            "select consultation_id, at from consultation_events where kind = 'QUEUED'")).ToDictionary(row => row.Id, row => row.At);
        var waits = ids.Skip(Samples / 10)
            .Select(id => (vendors.Arrivals.First(arrival => arrival.Text.Contains(id.ToString(), StringComparison.Ordinal)).At.UtcDateTime - committed[id]).TotalMilliseconds)
            .Order().ToArray();
        Figures.Note($"{waits.Length} triggers, measured from the event's own time (before the commit): median {waits[waits.Length / 2]:0.0} ms");
        Figures.AtMost("commit to the request at Discord, p99", waits[(int)(waits.Length * 0.99)], 100, "ms");
    }

    private static async Task<Guid> Submit(HttpClient http, Guid user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/consultations")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Seed.TokenOf(user)) },
            Content = JsonContent.Create(Draft),
        };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
