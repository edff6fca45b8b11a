namespace Joonbi.Sandbox.Resend;

internal enum Delivery
{
    Accepted,
    Replayed,
    OtherPayload,
}

/// <summary>Resend's promise about idempotency keys: the same key and payload is one mail; another payload is refused.</summary>
internal sealed class MailBox
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Fingerprint, string Id)> keys = [];
    private readonly Journal journal;
    private readonly Ids ids;

    public MailBox(Journal journal, Ids ids)
    {
        (this.journal, this.ids) = (journal, ids);
        foreach (var mail in journal.Mails().Where(mail => mail.IdempotencyKey is not null))
        {
            keys[mail.IdempotencyKey!] = (Fingerprint(mail), mail.Id);
        }
    }

    public (Delivery Delivery, string Id) Accept(Mail mail)
    {
        lock (gate)
        {
            if (mail.IdempotencyKey is { } key)
            {
                var fingerprint = Fingerprint(mail);
                if (keys.TryGetValue(key, out var known))
                {
                    return (known.Fingerprint == fingerprint ? Delivery.Replayed : Delivery.OtherPayload, known.Id);
                }

                mail = mail with { Id = ids.Uuid() };
                keys[key] = (fingerprint, mail.Id);
            }
            else
            {
                mail = mail with { Id = ids.Uuid() };
            }

            journal.Add(mail);
            return (Delivery.Accepted, mail.Id);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            keys.Clear();
        }
    }

    private static string Fingerprint(Mail mail) =>
        string.Join('\u001f', [mail.From, mail.Subject, mail.Html, mail.Text, .. mail.To]);
}
