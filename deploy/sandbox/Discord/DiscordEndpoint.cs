using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.Control;

namespace Joonbi.Sandbox.Discord;

/// <summary>
/// "Execute webhook", as Discord answers it. Like the real one it knows no idempotency: the same message posted twice
/// is two messages.
/// </summary>
internal static class DiscordEndpoint
{
    public static void MapDiscord(this WebApplication app)
    {
        app.MapPost("/discord/api/webhooks/{id}/{token}", Execute);
        app.MapPost("/discord/api/v10/webhooks/{id}/{token}", Execute);
    }

    private static async Task<IResult> Execute(
        string id, HttpContext http, Faults faults, Journal journal, Ids ids, TimeProvider clock, ClawdbotWorker clawdbot, CancellationToken ct)
    {
        IResult Note(string outcome, int status, IResult answer)
        {
            journal.Add(new Attempt(clock.GetUtcNow(), "discord", outcome, status, null));
            return answer;
        }

        var fault = faults.Take("discord");
        if (Fail(fault, http.Response) is { } failure)
        {
            return Note(fault.Mode, failure.Status, failure.Answer);
        }

        if (fault.Mode == "hang")
        {
            journal.Add(new Attempt(clock.GetUtcNow(), "discord", "hang", 0, null));
        }

        await Faults.Wait(fault, ct);
        var (body, refusal) = await Read(http.Request, ct);
        if (refusal is not null)
        {
            return Note("refused", refusal.Status, refusal.Answer);
        }

        var message = new DiscordMessage(ids.Snowflake(), clock.GetUtcNow(), DiscordRules.Text(body, "content"), body);
        journal.Add(message);
        if (Trigger.Read(message) is { } trigger)
        {
            clawdbot.Hear(trigger);
        }

        if (fault.Mode == "lost")
        {
            http.Abort();
            return Note("lost", 0, Results.Empty);
        }

        return http.Request.Query["wait"] == "true"
            ? Note("accepted", 200, Results.Json(Created(message, id)))
            : Note("accepted", 204, Results.NoContent());
    }

    private static async Task<(JsonElement Body, Refusal? Refusal)> Read(HttpRequest request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Headers.UserAgent))
        {
            return (default, Refuse(403, 0, "error code: 1010 (User-Agent)"));
        }

        if (!request.HasJsonContentType())
        {
            return (default, Refuse(400, 50035, "Invalid Form Body"));
        }

        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: ct);
        }
        catch (JsonException)
        {
            return (default, Refuse(400, 50109, "The request body contains invalid JSON."));
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            return (default, Refuse(400, 50035, "Invalid Form Body"));
        }

        if (DiscordRules.Check(body) is { Count: > 0 } violations)
        {
            return (default, Refuse(400, 50035, "Invalid Form Body", Errors(violations)));
        }

        return DiscordRules.IsEmpty(body) ? (default, Refuse(400, 50006, "Cannot send an empty message")) : (body, null);
    }

    private static Refusal? Fail(Fault fault, HttpResponse response)
    {
        switch (fault.Mode)
        {
            case "404":
                return Refuse(404, 10015, "Unknown Webhook");
            case "500":
                return Refuse(500, 0, "500: Internal Server Error");
            case "429":
                var seconds = fault.RetryAfter ?? 2;
                response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
                response.Headers["X-RateLimit-Scope"] = "user";
                response.Headers["X-RateLimit-Reset-After"] = seconds.ToString(CultureInfo.InvariantCulture);
                return new Refusal(429, Results.Json(
                    new { message = "You are being rate limited.", retry_after = seconds, global = false }, statusCode: 429));
            default:
                return null;
        }
    }

    private static Refusal Refuse(int status, int code, string message, JsonObject? errors = null) =>
        new(status, Results.Json(new { code, message, errors }, statusCode: status));

    private static JsonObject Errors(IReadOnlyList<DiscordViolation> violations)
    {
        var root = new JsonObject();
        foreach (var violation in violations)
        {
            var node = root;
            foreach (var part in violation.Path.Split('.'))
            {
                node = (node[part] ??= new JsonObject()).AsObject();
            }

            node["_errors"] = new JsonArray(new JsonObject { ["code"] = violation.Code, ["message"] = violation.Message });
        }

        return root;
    }

    private static object Created(DiscordMessage message, string webhook) => new
    {
        id = message.Id,
        type = 0,
        content = message.Content ?? "",
        channel_id = "1000000000000000001",
        webhook_id = webhook,
        author = new { id = webhook, username = "joonbi", bot = true },
        embeds = message.Body.TryGetProperty("embeds", out var embeds) ? embeds : JsonSerializer.SerializeToElement(Array.Empty<object>()),
        timestamp = message.At,
    };

    private sealed record Refusal(int Status, IResult Answer);
}
