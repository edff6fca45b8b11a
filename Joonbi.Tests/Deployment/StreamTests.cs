using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Deployment;

/// <summary>Server-sent events through the proxy: each as it happens, not when a buffer is full.</summary>
internal sealed class StreamTests : EdgeTest
{
    [TestCase("2.0")]
    [TestCase("1.1")]
    public async Task An_event_arrives_at_once(string version)
    {
        using var customer = Site.From(Address, Version.Parse(version), (await Site.Apis[0].Customers(1))[0]);
        using var created = await customer.PostAsJsonAsync("/api/consultations", Draft.Analysis());
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var stream = await LiveStream.Open(customer, $"/api/consultations/{id}/events");
        await stream.Next();

        using var start = new HttpRequestMessage(HttpMethod.Post, $"https://api.{Edge.Domain}/internal/consultations/{id}/analysis/start") { Version = HttpVersion.Version11 };
        start.Headers.Add("x-internal-api-key", JoonbiApp.ClawdbotKey);
        (await customer.SendAsync(start)).EnsureSuccessStatusCode();
        var waited = Stopwatch.StartNew();
        var started = await stream.Next();
        waited.Stop();

        Assert.That(started!.Event, Is.EqualTo("started"));
        Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
        Assert.That(stream.Response.Version.ToString(), Is.EqualTo(version));
        Assert.That((stream.Response.Content.Headers.ContentType?.MediaType, Header(stream.Response, "Content-Encoding"), stream.Response.Content.Headers.ContentLength),
            Is.EqualTo(("text/event-stream", (string?)null, (long?)null)));
    }
}
