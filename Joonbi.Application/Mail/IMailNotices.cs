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

    /// <summary>It was taken and never sent, for a reason of ours: a quota, a domain that is not confirmed.</summary>
    NotSent,
}

/// <summary>What a webhook of the mail vendor says.</summary>
/// <param name="DeliveryId">The sender's id of the delivery, the same at every repetition.</param>
/// <param name="Fate">What became of the mail; null for what is of no interest.</param>
/// <param name="Addresses">Whose mail it was.</param>
/// <param name="Subject">Its subject; empty where the vendor says none.</param>
/// <param name="Reason">Why it was not sent, in the vendor's word; null when it was.</param>
public sealed record MailNotice(string DeliveryId, MailFate? Fate, IReadOnlyList<string> Addresses, string Subject, string? Reason);

/// <summary>Reads the mail vendor's webhooks.</summary>
public interface IMailNotices
{
    /// <summary>What it says, after its signature was checked.</summary>
    /// <exception cref="Domain.UnauthenticatedException"><c>WEBHOOK_SIGNATURE_INVALID</c>.</exception>
    MailNotice Read(RawNotice notice);
}
