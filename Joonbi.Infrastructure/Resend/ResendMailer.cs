using System.Net;
using System.Net.Http.Json;
using Joonbi.Application;
using Joonbi.Application.Mail;
using Joonbi.Domain;
using Joonbi.Infrastructure.Vendors;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Resend;

/// <summary>
/// Mails through Resend. The message's id is the idempotency key, raw and never quoted: for 24 hours the same key with the same
/// body is answered but sends nothing, so a mail repeated after a lost answer arrives once.
/// </summary>
internal sealed partial class ResendMailer(HttpClient http, SendingPace pace, InfrastructureSettings settings, TimeProvider clock, ILogger<ResendMailer> logger) : IMailer
{
    private const string Vendor = "resend";
    private const int MaxSubject = 200;
    private static readonly TimeSpan QuotaRest = TimeSpan.FromHours(1);

    public async Task Send(Letter letter, Guid messageId, CancellationToken ct)
    {
        await pace.Wait(ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, "emails") { Content = JsonContent.Create(Body(letter, messageId), options: Json.Options) };
        request.Headers.Add("Idempotency-Key", messageId.ToString());
        using var response = await http.Call(request, Vendor, ct);
        if (!response.IsSuccessStatusCode)
            Judge(response, (await response.Json(ct)).Text("name"), messageId);
    }

    private object Body(Letter letter, Guid messageId)
    {
        var page = new LetterPage(letter, settings.FrontendUrl);
        return new
        {
            from = settings.EmailFrom.Contains('<', StringComparison.Ordinal) ? settings.EmailFrom : $"준비스튜디오 <{settings.EmailFrom}>",
            to = letter.To,
            subject = OneLine(letter.Subject).Cut(MaxSubject),
            html = page.Html,
            text = page.Text,
            tags = new[] { new { name = "kind", value = letter.Kind }, new { name = "message_id", value = messageId.ToString() } },
        };
    }

    /// <summary>Resend says more by its error's name than by the status.</summary>
    private void Judge(HttpResponseMessage response, string? name, Guid messageId)
    {
        switch (response.StatusCode, name)
        {
            case (HttpStatusCode.Conflict, "invalid_idempotent_request"):
                // This very id was accepted before with another body (somebody's name changed in between): it is on its way.
                LogAcceptedBefore(messageId);
                return;
            case (HttpStatusCode.Conflict, _):
                throw DeliveryException.Retry($"resend: 409 {name}");
            case (HttpStatusCode.TooManyRequests, "daily_quota_exceeded" or "monthly_quota_exceeded"):
                throw DeliveryException.Throttled($"resend: 429 {name}", QuotaRest);
            case (HttpStatusCode.TooManyRequests, _):
                throw DeliveryException.Throttled($"resend: 429 {name}", response.Rest(null, clock));
            default:
                throw VendorRequests.Refusal(Vendor, response.StatusCode, name);
        }
    }

    /// <summary>A line break in a subject would begin a header of the sender's choice.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();

    [LoggerMessage(LogLevel.Information, "Mail {MessageId} had been accepted before with another body")]
    private partial void LogAcceptedBefore(Guid messageId);
}
