using System.Text.Json;
using Joonbi.Application;
using Joonbi.Application.Mail;
using Joonbi.Domain;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.Resend;

/// <summary>
/// Resend's webhooks: signed as the standard says, under the header names of the service that sends them. Only a lasting
/// bounce says something about an address; a full mailbox will be emptied. Without a secret nothing is genuine.
/// </summary>
internal sealed class ResendNotices(InfrastructureSettings settings, TimeProvider clock) : IMailNotices
{
    private readonly StandardWebhook webhook = new(settings.ResendWebhookSecrets, clock);

    public MailNotice Read(RawNotice notice)
    {
        var id = notice.Headers.GetValueOrDefault("svix-id");
        if (!webhook.IsGenuine(id, notice.Headers.GetValueOrDefault("svix-timestamp"), notice.Headers.GetValueOrDefault("svix-signature"), notice.Body.Span))
            throw new UnauthenticatedException("WEBHOOK_SIGNATURE_INVALID", "웹훅 서명을 확인할 수 없습니다.");

        var said = Parsed(notice.Body);
        var data = said.Part("data") ?? default;
        return new MailNotice(id!, Fate(said.Text("type"), data), [.. data.Strings("to")], data.Text("subject") ?? "", data.Part("failed")?.Text("reason"));
    }

    private static MailFate? Fate(string? type, JsonElement data) => type switch
    {
        "email.delivered" => MailFate.Delivered,
        "email.bounced" when data.Part("bounce")?.Text("type") is "Permanent" => MailFate.Bounced,
        "email.suppressed" => MailFate.Bounced,
        "email.complained" => MailFate.Complained,
        "email.failed" => MailFate.NotSent,
        _ => null,
    };

    private static JsonElement Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
