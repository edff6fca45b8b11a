using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Operation;

/// <summary>The stop signal, while a request and a delivery are under way.</summary>
internal sealed partial class StopTests : ProcessTest
{
    private TaskCompletionSource bodyGoesOn = null!;
    private TaskCompletionSource vendorIsCalled = null!;
    private TaskCompletionSource vendorAnswers = null!;

    protected override (string Name, string Value)[] Further => [("SHUTDOWN_DELAY", "2s"), ("VENDOR_TIMEOUT", "60s")];

    [SetUp]
    public async Task SlowEverythingDown()
    {
        (bodyGoesOn, vendorIsCalled, vendorAnswers) = (Later(), Later(), Later());
        Vendors.Instead = async (_, _) =>
        {
            vendorIsCalled.TrySetResult();
            await vendorAnswers.Task;
            return false;
        };
        await Execute("update outbox set processed_at = now(), lease_token = null, lease_until = null where processed_at is null");
        if (!Api.IsRunning)
            await Api.Start();
    }

    [TearDown]
    public void LetGo() => vendorAnswers.TrySetResult();

    [Test]
    public async Task A_request_and_a_delivery_under_way_are_finished()
    {
        await DeliveryUnderWay();
        var submission = Api.Http.SendAsync(Request(HttpMethod.Post, "/api/consultations", await Customer(), new SlowBody(Draft.Simple(), bodyGoesOn.Task)));

        var watch = Stopwatch.StartNew();
        var ended = Api.Stop();
        await Until(async () => await Status("/api/health/ready") == HttpStatusCode.ServiceUnavailable);
        Assert.That(await Status("/api/health/live"), Is.EqualTo(HttpStatusCode.OK), "until the delay is over everything else goes on");
        await Task.Delay(TimeSpan.FromSeconds(3));
        vendorAnswers.SetResult();
        bodyGoesOn.SetResult();

        using var answer = await submission;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        Assert.That(await ended, Is.Zero);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(await Count("handler = 'PostTrigger' and processed_at is null"), Is.Zero, "the slow vendor has it");
        Assert.That(await Count("lease_token is not null"), Is.Zero, "no lease is left behind");
    }

    [Test]
    public async Task An_event_stream_is_counted_and_ends()
    {
        vendorAnswers.SetResult();
        var token = await Customer();
        using var submission = Request(HttpMethod.Post, "/api/consultations", token, JsonContent.Create(Draft.Simple()));
        using var submitted = await Api.Http.SendAsync(submission);
        var id = (await submitted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var watching = Request(HttpMethod.Get, $"/api/consultations/{id}/events", token);
        using var stream = await Api.Http.SendAsync(watching, HttpCompletionOption.ResponseHeadersRead);
        var told = stream.Content.ReadAsStringAsync();
        await Until(async () => OpenStreams().Match(await Api.Http.GetStringAsync("/metrics")) is { Success: true });

        Assert.That(await Api.Stop(), Is.Zero);

        Assert.That(await told, Does.Contain("event: state"));
    }

    [Test]
    public async Task A_delivery_that_hangs_is_given_back_without_counting()
    {
        await DeliveryUnderWay();

        var watch = Stopwatch.StartNew();
        Assert.That(await Api.Stop(), Is.Zero);

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(35)));
        Assert.That(await Count("handler = 'PostTrigger' and processed_at is null and lease_token is null and attempts = 0 and available_at <= now()"), Is.EqualTo(1));
    }

    private async Task DeliveryUnderWay()
    {
        using var submission = Request(HttpMethod.Post, "/api/consultations", await Customer(), JsonContent.Create(Draft.Analysis()));
        using var response = await Api.Http.SendAsync(submission);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        await vendorIsCalled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private Task<int> Count(string where) => Sql<int>($"select count(*)::int from outbox where {where}");

    private async Task<HttpStatusCode> Status(string path)
    {
        using var response = await Api.Http.GetAsync(path);
        return response.StatusCode;
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var patience = 0; patience < 100 && !await holds(); patience++)
            await Task.Delay(10);

        Assert.That(await holds());
    }

    [GeneratedRegex("^event_streams{.*} 1", RegexOptions.Multiline)]
    private static partial Regex OpenStreams();

    private static TaskCompletionSource Later() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A body of which the second half comes when it is let.</summary>
    private sealed class SlowBody : HttpContent
    {
        private readonly byte[] bytes;
        private readonly Task goesOn;

        public SlowBody(object body, Task goesOn)
        {
            (bytes, this.goesOn) = (JsonSerializer.SerializeToUtf8Bytes(body), goesOn);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(..(bytes.Length / 2)));
            await stream.FlushAsync();
            await goesOn;
            await stream.WriteAsync(bytes.AsMemory((bytes.Length / 2)..));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
