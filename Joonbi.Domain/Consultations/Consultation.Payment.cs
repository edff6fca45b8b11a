namespace Joonbi.Domain.Consultations;

/// <summary>The fee of an ANALYSIS that holds no free slot.</summary>
public sealed partial class Consultation
{
    /// <summary>The fee has come, so the agent is called.</summary>
    public void Pay(Guid paymentId, DateTimeOffset now)
    {
        Require(Status is ConsultationStatus.AwaitingPayment, "결제");
        Raise(new FeePaid(Id, paymentId));
        Queue(now);
    }
}
