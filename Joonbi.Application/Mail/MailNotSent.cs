using Joonbi.Domain;

namespace Joonbi.Application.Mail;

/// <summary>
/// The vendor took a mail and then did not send it, for a reason that its reader has no part in. Mail is the way that is
/// broken, so the others tell of it.
/// </summary>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Reason">The vendor's word for why, such as <c>reached_daily_quota</c>.</param>
public sealed record MailNotSent(string Subject, string Reason) : IDomainEvent;
