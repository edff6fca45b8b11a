using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>A consultation ended without its result: what was paid for it goes back by rule, and what is still asked for is asked for no longer.</summary>
public sealed record RefundFee(Guid ConsultationId, RefundCause Cause) : ICommand;

internal sealed class RefundFeeHandler(IPaymentRepository payments, IRandomSource random, TimeProvider clock) : AsyncRequestHandler<RefundFee>
{
    protected override async Task Handle(RefundFee command, CancellationToken ct)
    {
        foreach (var payment in await payments.For(PaymentPurpose.Consultation, command.ConsultationId, ct))
        {
            payment.Withdraw(clock.GetUtcNow());
            payment.Return(command.Cause, random, clock.GetUtcNow());
            await payments.Save(payment, ct);
        }
    }
}

/// <summary>Every end of a consultation that its customer has not paid for.</summary>
internal sealed class RefundFeeByRule(IMediator mediator) :
    IEventHandler<ConsultationRejected>,
    IEventHandler<ConsultationFailed>,
    IEventHandler<ConsultationCancelled>
{
    private const string Infeasible = "INFEASIBLE";

    public static Lane Lane => Lane.Internal;

    public Task Handle(ConsultationRejected happened, Delivery delivery, CancellationToken ct) =>
        mediator.Send(new RefundFee(happened.ConsultationId, happened.Code == Infeasible ? RefundCause.Infeasible : RefundCause.Rejected), ct);

    public Task Handle(ConsultationFailed happened, Delivery delivery, CancellationToken ct) =>
        mediator.Send(new RefundFee(happened.ConsultationId, RefundCause.AnalysisFailed), ct);

    public Task Handle(ConsultationCancelled happened, Delivery delivery, CancellationToken ct) =>
        mediator.Send(new RefundFee(happened.ConsultationId, RefundCause.CancelledBeforeAnalysis), ct);
}
