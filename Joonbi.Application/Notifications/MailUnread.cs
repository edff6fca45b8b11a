using Joonbi.Application.Mail;
using Joonbi.Domain;

namespace Joonbi.Application.Notifications;

/// <summary>Its time to be read in the app is over.</summary>
/// <param name="NotificationId">Which notification.</param>
/// <param name="Until">What came of the same thing until then is told by the same mail.</param>
public sealed record NotificationLeftUnread(Guid NotificationId, DateTimeOffset Until) : IDomainEvent;

/// <summary>
/// Mails what was not read in the app: one letter for all that came of one thing meanwhile, so that five messages or four
/// documents are one mail. What is read or mailed by then is silent.
/// </summary>
internal sealed class MailUnread(IMediator mediator, IMailer mailer) : IEventHandler<NotificationLeftUnread>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(NotificationLeftUnread happened, Delivery delivery, CancellationToken ct)
    {
        var unread = await mediator.Send(new ListUnread(happened.NotificationId, happened.Until), ct);
        if (unread.Count == 0 || await mediator.Send(new GetRecipient(unread[0].UserId, unread[0].Kind), ct) is not { } recipient)
            return;

        var body = string.Join('\n', unread.Select(line => line.Body).Distinct());
        var news = new News(unread[0].Kind, unread[0].Title, body, [], "확인하기", unread[0].Link);
        await mailer.Send(news.ToLetter([recipient.Email], recipient.Name), delivery.MessageId, ct);
        await mediator.Send(new MarkMailed([.. unread.Select(line => line.Id)]), CancellationToken.None);
    }
}
