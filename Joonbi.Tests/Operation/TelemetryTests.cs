using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Joonbi.Tests.Operation;

/// <summary>What a collector and a scraper learn from the running service.</summary>
internal sealed class TelemetryTests : ProcessTest
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Parent = $"00-{Trace}-00f067aa0ba902b7-01";
    private const string ShareToken = "sh4re-t0ken-0123456789abcdefghijklmnopqrs";

    private readonly ConcurrentQueue<byte[]> spans = new();
    private WebApplication collector = null!;

    protected override (string Name, string Value)[] Further =>
    [
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{collector.Urls.Single()}/v1/traces"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "100"),
    ];

    protected override async Task Prepare()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        collector = builder.Build();
        collector.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            spans.Enqueue(body.ToArray());
        });
        await collector.StartAsync();
    }

    [OneTimeTearDown]
    public async Task EndTheCollector() => await collector.DisposeAsync();

    [Test]
    public async Task A_request_and_the_delivery_that_it_caused_are_one_trace()
    {
        using var reading = Request(HttpMethod.Get, "/api/prices");
        reading.Headers.Add("traceparent", Parent);
        (await Api.Http.SendAsync(reading)).Dispose();
        await Execute(
            """
            insert into outbox (id, lane, event_type, handler, payload, trace_parent, occurred_at, available_at)
            values (gen_random_uuid(), 'INTERNAL', 'OfAnotherVersion', 'HandlerOfAnotherVersion', '{}', @Parent, now(), now());
            notify joonbi_outbox, 'INTERNAL'
            """,
            new { Parent });

        await Told(all => SpansOf(Trace, all) is var spans && spans.Any(span => span.Contains("/api/prices", StringComparison.Ordinal)) && spans.Any(span => span.Contains("outbox HandlerOfAnotherVersion", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_span_names_the_route_and_not_the_token_in_the_path()
    {
        using (await Api.Http.GetAsync($"/api/shared/{ShareToken}?token={ShareToken}"))
        using (await Api.Http.GetAsync("/api/prices"))
            await Told(all => all.Contains("/api/prices", StringComparison.Ordinal));

        Assert.That(All(), Does.Not.Contain(ShareToken).And.Not.Contain("/api/health"));
    }

    [Test]
    public async Task The_machine_itself_may_read_the_figures()
    {
        (await Api.Http.GetAsync("/api/prices")).Dispose();
        var figures = await Figures();

        foreach (var name in new[] { "http_server_request_duration_seconds", "consultations{", "outbox_oldest_seconds", "outbox_failed", "dotnet_process_memory_working_set_bytes" })
            Assert.That(figures, Does.Contain(name));
        Assert.That(figures, Does.Contain("status=\"REQUESTED\"").And.Contain("http_route=\"/api/prices"));
    }

    [TestCase("X-Forwarded-For", "127.0.0.1")]
    [TestCase("X-Forwarded-For", "203.0.113.9")]
    [TestCase("Forwarded", "for=127.0.0.1")]
    public async Task Whoever_came_through_a_proxy_finds_no_figures(string header, string value)
    {
        using var request = Request(HttpMethod.Get, "/metrics");
        request.Headers.Add(header, value);

        using var response = await Api.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <summary>Once they were first counted; a scrape is answered from a cache for a moment.</summary>
    private async Task<string> Figures()
    {
        var figures = await Api.Http.GetStringAsync("/metrics");
        for (var patience = 0; patience < 50 && !(figures.Contains("consultations{", StringComparison.Ordinal) && figures.Contains("/api/prices", StringComparison.Ordinal)); patience++)
        {
            await Task.Delay(100);
            figures = await Api.Http.GetStringAsync("/metrics");
        }

        return figures;
    }

    private async Task Told(Func<string, bool> what)
    {
        for (var patience = 0; patience < 500 && !what(All()); patience++)
            await Task.Delay(20);

        Assert.That(what(All()), "The collector was not told.");
    }

    /// <summary>Everything that the collector was sent; a byte is a character.</summary>
    private string All() => string.Concat(spans.Select(Encoding.Latin1.GetString));

    /// <summary>The beginning of each span of a trace: its id comes first, its name soon after.</summary>
    private static IReadOnlyList<string> SpansOf(string trace, string all) =>
        [.. all.Split(Encoding.Latin1.GetString(Convert.FromHexString(trace))).Skip(1).Select(span => span[..Math.Min(90, span.Length)])];
}
