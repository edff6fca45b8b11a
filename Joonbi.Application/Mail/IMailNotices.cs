namespace Joonbi.Application.Mail;

/// <summary>What became of a mail.</summary>
public enum MailFate
{
    /// <summary>It lies in the mailbox.</summary>
    Delivered,

    /// <summary>There is no such mailbox, or the vendor sends nothing there any more.</summary>
    Bounced,

    /// <summary>Its reader called it spam.</summary>
    Complained,
}

/// <summary>What a webhook of the mail vendor says.</summary>
/// <param name="DeliveryId">The sender's id of the delivery, the same at every repetition.</param>
/// <param name="Fate">What became of the mail; null for what is of no interest.</param>
/// <param name="Addresses">Whose mail it was.</param>
public sealed record MailNotice(string DeliveryId, MailFate? Fate, IReadOnlyList<string> Addresses);

/// <summary>Reads the mail vendor's webhooks.</summary>
public interface IMailNotices
{
    /// <summary>What it says, after its signature was checked.</summary>
    /// <exception cref="Domain.UnauthenticatedException"><c>WEBHOOK_SIGNATURE_INVALID</c>.</exception>
    MailNotice Read(RawNotice notice);
}
