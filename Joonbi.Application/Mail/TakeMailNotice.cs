using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Mail;

/// <summary>A webhook of the mail vendor's: an address that takes no mail is remembered, and told to the person in the app and to an admin; a mail that was never sent is told to the admins.</summary>
public sealed record TakeMailNotice(RawNotice Notice) : ICommand<NoticeOutcome>;

internal sealed class TakeMailNoticeHandler(IMailNotices notices, IUserRepository users, IWebhookDeliveries deliveries, IOutbox outbox, TimeProvider clock)
    : IRequestHandler<TakeMailNotice, NoticeOutcome>
{
    public async Task<NoticeOutcome> Handle(TakeMailNotice command, CancellationToken ct)
    {
        var notice = notices.Read(command.Notice);
        if (notice.Fate is not { } fate)
            return NoticeOutcome.Irrelevant;
        if (!await deliveries.TryTake(WebhookSource.Resend, notice.DeliveryId, ct))
            return NoticeOutcome.Repeated;
        if (fate is MailFate.NotSent)
        {
            await outbox.Write(new MailNotSent(notice.Subject, notice.Reason ?? ""), ct);
            return NoticeOutcome.TakenIn;
        }

        var known = false;
        foreach (var email in notice.Addresses.Select(EmailAddress.Normalise).Where(EmailAddress.IsValid).Distinct().Order(StringComparer.Ordinal))
            known |= await Tell(email, fate, ct);

        return known ? NoticeOutcome.TakenIn : NoticeOutcome.Unknown;
    }

    private async Task<bool> Tell(string email, MailFate fate, CancellationToken ct)
    {
        if (await users.Find(email, ct) is not { } user)
            return false;

        if (fate is MailFate.Delivered)
            user.MailArrived(clock.GetUtcNow());
        else
            user.MailFailed(complaint: fate is MailFate.Complained, clock.GetUtcNow());

        await users.Save(user, ct);
        return true;
    }
}
