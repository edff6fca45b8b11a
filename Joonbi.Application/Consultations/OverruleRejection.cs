using Joonbi.Domain.Campaigns;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>An admin takes a rejection back: the consultation finds its place as if it had just been handed in, unscreened.</summary>
public sealed record OverruleRejection(Guid ConsultationId, Guid AdminId) : ICommand;

internal sealed class OverruleRejectionHandler(
    IConsultationRepository consultations, ISlotCampaigns campaigns, IAuditLog audit, ConsultationPolicy policy, TimeProvider clock)
    : AsyncRequestHandler<OverruleRejection>
{
    protected override async Task Handle(OverruleRejection command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = await consultations.Get(command.ConsultationId, ct);
        var before = new { consultation.Status, consultation.Rejection?.Code, consultation.Rejection?.Reason };
        consultation.Overrule(now);
        consultation.Proceed(consultation.WantsSlot ? await campaigns.TryTake(consultation.UserId, consultation.Id, ct) : null, policy, now);
        await consultations.Save(consultation, ct);
        await audit.Write(command.AdminId, "consultation.overrule", consultation.Id, before, new { consultation.Status, consultation.CampaignId }, ct);
    }
}
