using Joonbi.Domain;
using Joonbi.Domain.Campaigns;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>
/// An admin changes parts of a brief in the customer's stead: a reference URL that came by telephone moves it on. A person has
/// read it, so it is screened again only before its trigger.
/// </summary>
/// <param name="ConsultationId">Which consultation.</param>
/// <param name="AdminId">Who.</param>
/// <param name="Version">The version that the admin saw, or null for any.</param>
/// <param name="Change">What changes.</param>
public sealed record CorrectBrief(Guid ConsultationId, Guid AdminId, int? Version, BriefChange Change) : ICommand;

internal sealed class CorrectBriefHandler(
    IConsultationRepository consultations, ISlotCampaigns campaigns, IAuditLog audit, ConsultationPolicy policy, TimeProvider clock)
    : AsyncRequestHandler<CorrectBrief>
{
    protected override async Task Handle(CorrectBrief command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = await consultations.Get(command.ConsultationId, ct);
        StaleVersionException.ThrowUnless(command.Version, consultation.Version);
        var before = Shown(consultation);
        consultation.Change(command.Change.Over(consultation.Brief), Actor.Admin, now);
        if (consultation is { Status: ConsultationStatus.OnHold, WantsSlot: true })
            consultation.Proceed(await campaigns.TryTake(consultation.UserId, consultation.Id, ct), policy, now);

        await consultations.Save(consultation, ct);
        if (command.Change.AttachmentIds is { IsGiven: true, Value: { } files })
            await consultations.ReplaceAttachments(consultation, files, ct);

        await audit.Write(command.AdminId, "consultation.correct", consultation.Id, before, Shown(consultation), ct);
    }

    /// <summary>Without the customer's own sentences: they must be erasable, and the audit log is not.</summary>
    private static object Shown(Consultation consultation) => new
    {
        consultation.Status,
        consultation.ProjectName,
        DescriptionLength = consultation.Description.Length,
        consultation.ReferenceUrls,
        consultation.BudgetMin,
        consultation.BudgetMax,
        consultation.DesiredDate,
        consultation.Features,
    };
}
