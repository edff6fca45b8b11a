using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>An admin refuses it; the customer reads why, and the free slot goes back.</summary>
public sealed record RejectConsultation(Guid ConsultationId, Guid AdminId, RejectionNote Note) : ICommand;

/// <summary>Why it is refused.</summary>
/// <param name="Reason">Korean, shown to the customer; 1–1,000 characters.</param>
public sealed record RejectionNote(string Reason);

internal sealed class RejectionNoteValidator : AbstractValidator<RejectionNote>
{
    private const int MaxReason = 1_000;

    public RejectionNoteValidator() => RuleFor(note => note.Reason).NotEmpty().Length(1, MaxReason).PlainText();
}

internal sealed class RejectConsultationHandler(IConsultationRepository consultations, IAuditLog audit, TimeProvider clock)
    : AsyncRequestHandler<RejectConsultation>
{
    protected override async Task Handle(RejectConsultation command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        var before = new { consultation.Status };
        consultation.Reject(new Rejection("BY_ADMIN", command.Note.Reason.Trim()), Actor.Admin, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        await audit.Write(command.AdminId, "consultation.reject", consultation.Id, before, new { consultation.Status, consultation.Rejection!.Reason }, ct);
    }
}
