using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Operation;

/// <summary>What the running service writes about requests that carry every kind of secret.</summary>
internal sealed class LogTests : ProcessTest
{
    private const string Password = "correct-horse-battery-staple";
    private const string WrongKey = "a-wrong-key-that-somebody-typed";
    private const string ShareToken = "sh4re-t0ken-0123456789abcdefghijklmnopqrs";
    private const string Mail = "minah.kim@joonbi.test";

    protected override (string Name, string Value)[] Further => [("LOG_LEVEL", "Debug")];

    [Test]
    public async Task Every_line_is_JSON_and_no_secret_is_in_any()
    {
        var token = await Customer();
        await Send(Request(HttpMethod.Post, "/api/auth/register", body: JsonContent.Create(new { email = Mail, password = Password, name = "김민아" })));
        await Send(Request(HttpMethod.Post, "/api/auth/login", body: JsonContent.Create(new { email = Mail, password = Password })));
        await Send(Request(HttpMethod.Post, "/api/consultations", token, JsonContent.Create(Draft.Analysis())));
        await Send(Request(HttpMethod.Get, "/api/consultations?cursor=" + token, token));
        await Send(Request(HttpMethod.Get, $"/api/shared/{ShareToken}"));
        await Send(Request(HttpMethod.Get, $"/api/nowhere/{Mail}?token={ShareToken}", token));
        using var internally = Request(HttpMethod.Get, "/api/internal/consultations/pending");
        internally.Headers.Add("x-internal-api-key", WrongKey);
        internally.Headers.Add("Cookie", $"refresh={ShareToken}");
        await Send(internally);

        var lines = await Logged("/api/internal/consultations/pending");

        foreach (var secret in new[] { Password, WrongKey, ShareToken, Mail, token, TestSettings.JwtSecret, JoonbiApp.ClawdbotKey, "re_test_key_123", "webhooks/1/token", "김민아", "빵집 홈페이지" })
            Assert.That(lines.Concat(Api.Complaints), Has.None.Contains(secret));
        foreach (var line in lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)))
            Assert.That(line.GetProperty("@t").GetDateTimeOffset().Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task A_request_is_one_line_whose_trace_is_the_problems()
    {
        using var refused = Request(HttpMethod.Get, "/api/consultations/018f0000-0000-7000-8000-000000000000", await Customer());
        using var response = await Api.Http.SendAsync(refused);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var trace = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString()!;

        await Logged(trace);

        var line = JsonSerializer.Deserialize<JsonElement>(Api.Lines.Single(line => line.Contains(trace, StringComparison.Ordinal)));
        Assert.That(line.GetProperty("@tr").GetString(), Is.EqualTo(trace));
        Assert.That(
            (line.GetProperty("Method").GetString(), line.GetProperty("Route").GetString(), line.GetProperty("Status").GetInt32()),
            Is.EqualTo(("GET", "/api/consultations/{id:guid}", 404)));
        Assert.That(Guid.TryParse(line.GetProperty("UserId").GetString(), out _));
        Assert.That(line.GetProperty("RequestId").GetString(), Is.Not.Empty);
        Assert.That(line.GetProperty("Elapsed").GetDouble(), Is.Positive);
    }

    [Test]
    public async Task What_went_well_is_no_error()
    {
        var token = await Customer();
        await Send(Request(HttpMethod.Post, "/api/consultations", token, JsonContent.Create(Draft.Analysis())));
        await Send(Request(HttpMethod.Get, "/api/health/live"));

        var lines = await Logged("/api/health/live");

        Assert.That(lines, Has.None.Contains("\"@l\":\"Error\""));
        Assert.That(Api.Complaints, Is.Empty);
    }

    private async Task Send(HttpRequestMessage request)
    {
        using (request)
            (await Api.Http.SendAsync(request)).Dispose();
    }

    /// <summary>All lines so far, once one that holds the text is among them.</summary>
    private async Task<IReadOnlyList<string>> Logged(string text)
    {
        for (var patience = 0; patience < 500 && !Api.Lines.Any(line => line.Contains(text, StringComparison.Ordinal)); patience++)
            await Task.Delay(10);

        return [.. Api.Lines];
    }
}
