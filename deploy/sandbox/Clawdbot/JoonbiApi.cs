using System.Net;
using System.Text.Json;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>404 or 409: the consultation is not ours (any more). Clawdbot stops without a word.</summary>
internal sealed class StoppedException(HttpStatusCode status, string? code) : Exception($"{(int)status} {code}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;
}

internal sealed record StartedRun(Guid RunId, int Attempt, DateTimeOffset LeaseUntil);

/// <summary>
/// The internal API as Clawdbot uses it. Whatever may pass by itself (no connection, 5xx, 429) is tried again for about two
/// minutes; every call is safe to repeat.
/// </summary>
internal sealed class JoonbiApi(HttpClient http, SandboxSettings settings, TimeProvider clock)
{
    private const int Tries = 12;

    public Task<Consultation> Get(Guid id, CancellationToken ct) => Ask<Consultation>(HttpMethod.Get, $"consultations/{id}", null, null, ct);

    public async Task<IReadOnlyList<Guid>> Pending(CancellationToken ct) =>
        [.. (await Ask<PendingList>(HttpMethod.Get, "consultations/pending?limit=50", null, null, ct)).Items.Select(item => item.Id)];

    public Task<StartedRun> Start(Guid id, string idempotencyKey, CancellationToken ct) =>
        Ask<StartedRun>(HttpMethod.Post, $"consultations/{id}/analysis/start", new { }, ("Idempotency-Key", idempotencyKey), ct);

    /// <summary>Any call after the start, made in the name of the run.</summary>
    public Task Tell(Guid id, Guid runId, string path, object body, CancellationToken ct) =>
        Ask<JsonElement?>(HttpMethod.Post, $"consultations/{id}/{path}", body, ("x-run-id", runId.ToString()), ct);

    private async Task<T> Ask<T>(HttpMethod method, string path, object? body, (string Name, string Value)? header, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var wait = TimeSpan.FromSeconds(Math.Min(15, 0.5 * Math.Pow(2, attempt - 1)));
            try
            {
                using var request = new HttpRequestMessage(method, $"{settings.ApiUrl}/api/internal/{path}");
                request.Headers.Add("x-internal-api-key", settings.InternalApiKey);
                request.Headers.UserAgent.ParseAdd("joonbi-sandbox-clawdbot/1.0");
                if (header is { } extra)
                {
                    request.Headers.Add(extra.Name, extra.Value);
                }

                request.Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web);
                using var response = await http.SendAsync(request, ct);
                if (response.IsSuccessStatusCode)
                {
                    return response.StatusCode == HttpStatusCode.NoContent
                        ? default!
                        : (await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, ct))!;
                }

                if ((int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    throw await Refusal(response, ct);
                }

                if (attempt == Tries)
                {
                    throw new HttpRequestException($"{(int)response.StatusCode} {path}");
                }

                wait = response.Headers.RetryAfter?.Delta ?? wait;
            }
            catch (HttpRequestException) when (attempt < Tries)
            {
            }
            catch (OperationCanceledException) when (attempt < Tries && !ct.IsCancellationRequested)
            {
                // The client's own time limit.
            }

            await Task.Delay(wait, clock, ct);
        }
    }

    private static async Task<Exception> Refusal(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        string? code = null;
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(text);
            code = problem.TryGetProperty("code", out var value) ? value.GetString() : null;
        }
        catch (JsonException)
        {
        }

        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict
            ? new StoppedException(response.StatusCode, code)
            : new InvalidOperationException($"{(int)response.StatusCode} {text[..Math.Min(text.Length, 500)]}");
    }

    private sealed record PendingList(IReadOnlyList<PendingItem> Items);

    private sealed record PendingItem(Guid Id);
}
