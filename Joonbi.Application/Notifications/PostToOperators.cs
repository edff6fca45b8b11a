using Joonbi.Application.Accounts;
using Joonbi.Application.Mail;
using Joonbi.Application.Operators;
using Joonbi.Application.Outbox;
using Joonbi.Application.Payments;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Notifications;

/// <summary>
/// Tells the studio's channel. The posts have an embed and no content, so the agent passes them over. A death on the way to
/// Discord is not told there: the mail tells it.
/// </summary>
internal sealed class PostToOperators(IOperatorChannel channel, IMediator mediator) :
    IEventHandler<ConsultationCompleted>,
    IEventHandler<AttentionNeeded>,
    IEventHandler<AnswerAwaited>,
    IEventHandler<MessagePosted>,
    IEventHandler<OutboxMessageDied>,
    IEventHandler<PaymentFlagged>,
    IEventHandler<RefundFailed>,
    IEventHandler<RefundAccountAwaited>,
    IEventHandler<RefundAccountOverdue>,
    IEventHandler<LedgerDisagreed>,
    IEventHandler<MailNotSent>
{
    public static Lane Lane => Lane.Discord;

    public async Task Handle(ConsultationCompleted happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetVerdict(happened.ConsultationId), ct) is not { } verdict)
            return;

        ChannelField[] fields = [new("판정", verdict.Feasibility), new("예상 견적", verdict.Estimate), new("예상 기간", verdict.Duration)];
        await channel.Post(new ChannelPost("", $"분석 완료 – {happened.ProjectName.Visible()}", fields, $"/admin/consultations/{happened.ConsultationId}"), ct);
    }

    public Task Handle(AttentionNeeded happened, Delivery delivery, CancellationToken ct) => Post(AdminNews.Of(happened), ct);

    public Task Handle(AnswerAwaited happened, Delivery delivery, CancellationToken ct) => Post(AdminNews.Of(happened), ct);

    public Task Handle(MessagePosted happened, Delivery delivery, CancellationToken ct) =>
        happened.By is Actor.Customer ? Post(AdminNews.Of(happened), ct) : Task.CompletedTask;

    public Task Handle(OutboxMessageDied happened, Delivery delivery, CancellationToken ct) =>
        happened is { First: true, DeadLane: not Lane.Discord } ? Post(AdminNews.Of(happened), ct) : Task.CompletedTask;

    public Task Handle(PaymentFlagged happened, Delivery delivery, CancellationToken ct) => Post(PaymentNews.Of(happened), ct);

    public Task Handle(RefundFailed happened, Delivery delivery, CancellationToken ct) => Post(PaymentNews.Of(happened), ct);

    public async Task Handle(RefundAccountAwaited happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is null)
            await Post(PaymentNews.ForAdmins(happened), ct);
    }

    public async Task Handle(RefundAccountOverdue happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new AwaitsAccount(happened.RefundId), ct))
            await Post(PaymentNews.ForAdmins(happened), ct);
    }

    public Task Handle(LedgerDisagreed happened, Delivery delivery, CancellationToken ct) => Post(PaymentNews.Of(happened), ct);

    public Task Handle(MailNotSent happened, Delivery delivery, CancellationToken ct) => Post(AdminNews.Of(happened), ct);

    private Task Post(News news, CancellationToken ct) => channel.Post(new ChannelPost("", news.Title, [new("내용", news.Body)], news.Path), ct);
}
