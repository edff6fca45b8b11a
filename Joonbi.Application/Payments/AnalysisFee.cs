using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>The fee of an analysis for which no free slot was left.</summary>
internal sealed class AnalysisFee(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock) : IPayable
{
    public PaymentPurpose Purpose => PaymentPurpose.Consultation;

    public async Task<Invoice> Invoice(Guid subjectId, Guid userId, CancellationToken ct)
    {
        var consultation = await consultations.GetOwn(subjectId, userId, ct);
        if (consultation.Status is not ConsultationStatus.AwaitingPayment)
        {
            throw new ConflictException("PAYMENT_NOT_DUE", "결제를 기다리는 상담이 아닙니다.")
            {
                Facts = new Dictionary<string, object?> { ["currentStatus"] = consultation.Status },
            };
        }

        return new Invoice(policy.AnalysisFee, "준비스튜디오 분석 상담");
    }

    public async Task<RefundCause?> Receive(Payment payment, CancellationToken ct)
    {
        var consultation = await consultations.Get(payment.SubjectId, ct);
        if (consultation.Status is ConsultationStatus.Rejected)
            return RefundCause.Rejected;
        if (consultation.Status is ConsultationStatus.Cancelled)
            return RefundCause.CancelledBeforeAnalysis;
        if (consultation.Status is not ConsultationStatus.AwaitingPayment)
            return RefundCause.NotOwed;

        consultation.Pay(payment.Id, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        return null;
    }
}
