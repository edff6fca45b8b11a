using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Sandbox.Control;

namespace Joonbi.Sandbox.Resend;

/// <summary>
/// "Send email", as Resend answers it. One thing it does not copy: the real one refuses example.com and test.com, which
/// is what newcomers type first.
/// </summary>
internal static partial class ResendEndpoint
{
    public static void MapResend(this WebApplication app) => app.MapPost("/resend/emails", Send);

    private static async Task<IResult> Send(
        HttpContext http, Faults faults, MailBox mailBox, Journal journal, TimeProvider clock, CancellationToken ct)
    {
        var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault();

        IResult Note(string outcome, int status, IResult answer)
        {
            journal.Add(new Attempt(clock.GetUtcNow(), "resend", outcome, status, key));
            return answer;
        }

        var fault = faults.Take("resend");
        if (Fail(fault, http.Response) is { } failure)
        {
            return Note(fault.Mode, failure.Status, failure.Answer);
        }

        if (fault.Mode == "hang")
        {
            journal.Add(new Attempt(clock.GetUtcNow(), "resend", "hang", 0, key));
        }

        await Faults.Wait(fault, ct);
        if (RefuseCaller(http.Request, key) is { } unknown)
        {
            return Note("refused", unknown.Status, unknown.Answer);
        }

        var (mail, refusal) = await Read(http.Request, key, clock, ct);
        if (mail is null)
        {
            return Note("refused", refusal!.Status, refusal.Answer);
        }

        var (delivery, id) = mailBox.Accept(mail);
        if (delivery == Delivery.OtherPayload)
        {
            var other = Refuse(409, "invalid_idempotent_request", "Same idempotency key used with a different request payload.");
            return Note("refused", other.Status, other.Answer);
        }

        var outcome = delivery == Delivery.Replayed ? "replayed" : "accepted";
        if (fault.Mode == "lost")
        {
            http.Abort();
            return Note(delivery == Delivery.Replayed ? "replayed" : "lost", 0, Results.Empty);
        }

        return Note(outcome, 200, Results.Ok(new { id }));
    }

    private static Refusal? RefuseCaller(HttpRequest request, string? key)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (string.IsNullOrWhiteSpace(request.Headers.UserAgent))
        {
            return Refuse(403, "1010", "error code: 1010");
        }

        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return Refuse(401, "missing_api_key", "Missing API key in the authorization header.");
        }

        if (!authorization.StartsWith("Bearer re_", StringComparison.Ordinal))
        {
            return Refuse(403, "invalid_api_key", "API key is invalid.");
        }

        return key is { Length: 0 or > 256 }
            ? Refuse(400, "invalid_idempotency_key", "The idempotency key must be between 1 and 256 characters.")
            : null;
    }

    private static async Task<(Mail? Mail, Refusal? Refusal)> Read(HttpRequest request, string? key, TimeProvider clock, CancellationToken ct)
    {
        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: ct);
        }
        catch (JsonException)
        {
            return (null, Refuse(422, "validation_error", "The request body is not valid JSON."));
        }

        string? Text(string name) =>
            body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        var to = body.TryGetProperty("to", out var recipients) switch
        {
            true when recipients.ValueKind == JsonValueKind.String => [recipients.GetString()!],
            true when recipients.ValueKind == JsonValueKind.Array => recipients.EnumerateArray().Select(one => one.ToString()).ToList(),
            _ => new List<string>(),
        };
        if (Text("from") is not { Length: > 0 } from || to.Count == 0 || Text("subject") is not { } subject)
        {
            return (null, Refuse(422, "missing_required_field", "Missing `from`, `to` or `subject` field."));
        }

        if (to.Count > 50 || to.Append(from).Any(address => !Address().IsMatch(address)) || subject.AsSpan().ContainsAny('\r', '\n'))
        {
            return (null, Refuse(422, "validation_error", "Invalid `from`, `to` or `subject` field."));
        }

        if (Text("html") is null && Text("text") is null)
        {
            return (null, Refuse(422, "missing_required_field", "Missing `html` or `text` field."));
        }

        if (!TagsAreValid(body))
        {
            return (null, Refuse(422, "validation_error", "Tags should only contain ASCII letters, numbers, underscores, or dashes."));
        }

        return (new Mail("", clock.GetUtcNow(), from, to, subject, Text("html"), Text("text"), key), null);
    }

    private static bool TagsAreValid(JsonElement body) =>
        !body.TryGetProperty("tags", out var tags) || tags.ValueKind != JsonValueKind.Array
        || tags.EnumerateArray().All(tag => HasTagText(tag, "name") && HasTagText(tag, "value"));

    private static bool HasTagText(JsonElement tag, string part) =>
        tag.ValueKind == JsonValueKind.Object && tag.TryGetProperty(part, out var text) && Tag().IsMatch(text.ToString());

    private static Refusal? Fail(Fault fault, HttpResponse response)
    {
        switch (fault.Mode)
        {
            case "404":
                return Refuse(404, "not_found", "The requested endpoint does not exist.");
            case "500":
                return Refuse(500, "application_error", "An unexpected error occurred.");
            case "429":
                response.Headers.RetryAfter = Math.Ceiling(fault.RetryAfter ?? 2).ToString(CultureInfo.InvariantCulture);
                return Refuse(429, "rate_limit_exceeded", "Too many requests. Please limit the number of requests per second.");
            default:
                return null;
        }
    }

    private static Refusal Refuse(int status, string name, string message) =>
        new(status, Results.Json(new { statusCode = status, name, message }, statusCode: status));

    [GeneratedRegex(@"^[^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>$|^[^@\s<>]+@[^@\s<>]+$")]
    private static partial Regex Address();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Tag();

    private sealed record Refusal(int Status, IResult Answer);
}
