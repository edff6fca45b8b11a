namespace Joonbi.Domain.Consultations;

/// <summary>What remains of a consultation whose customer has left: dates and numbers, and no word that anybody said.</summary>
public sealed partial class Consultation
{
    /// <summary>Stands where a person's words were.</summary>
    public const string Erased = "삭제된 상담";

    /// <summary>Forgets what was said, and ends what is still open, even while a run holds the lease: its next call finds it cancelled.</summary>
    public void Erase(DateTimeOffset now)
    {
        Apply(new Brief(Erased, Erased, [], null, null, null, []), now);
        (Analysis, Designs, Stage, Note, EndedRunError) = (null, null, null, null, null);
        Rejection = Rejection is null ? null : Rejection with { Reason = Erased };
        ClosedAt ??= now;
        if (Status is not (ConsultationStatus.OnHold or ConsultationStatus.AwaitingPayment or ConsultationStatus.Requested or ConsultationStatus.Analyzing))
            return;

        End(ConsultationStatus.Cancelled, now);
        ReturnSlot();
        Raise(new ConsultationCancelled(Id, UserId, ProjectName, Actor.Customer));
    }
}
