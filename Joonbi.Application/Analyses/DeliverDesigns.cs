using Joonbi.Domain.Consultations;
using Mapster;

namespace Joonbi.Application.Analyses;

/// <summary>The sample screens, or why there are none. They may come again, changed, also after completion.</summary>
public sealed record DeliverDesigns(Guid ConsultationId, Guid? RunId, DesignsReport Report) : ICommand<DeliveredDesigns>;

/// <summary>The sample screens, as the agent made them.</summary>
/// <param name="FigmaFileUrl">On figma.com; or none, since it often comes later.</param>
/// <param name="Screens">0–100 screens.</param>
/// <param name="UnavailableReason">Korean; instead of the two above.</param>
public sealed record DesignsReport(string? FigmaFileUrl = null, IReadOnlyList<ScreenReport>? Screens = null, string? UnavailableReason = null);

/// <summary>One sample screen.</summary>
/// <param name="ScreenId">The design tool's own id, once in a delivery; 1–200 characters.</param>
/// <param name="ScreenName">1–200 characters.</param>
/// <param name="FigmaUrl">On figma.com, or none yet.</param>
/// <param name="ImageUrl">A picture of it (https), or none.</param>
public sealed record ScreenReport(string ScreenId, string ScreenName, string? FigmaUrl = null, string? ImageUrl = null);

/// <summary>What the delivery became.</summary>
/// <param name="Version">1, 2, …; the same again keeps it.</param>
/// <param name="Status">Where the consultation stands now.</param>
public sealed record DeliveredDesigns(int Version, ConsultationStatus Status);

internal sealed class DesignsReportValidator : AbstractValidator<DesignsReport>
{
    public DesignsReportValidator()
    {
        RuleFor(report => report.FigmaFileUrl).FigmaAddress();
        RuleFor(report => report.Screens).Must(screens => screens is not { Count: > 100 }).WithMessage("100개 이하여야 합니다.");
        RuleFor(report => report.Screens).Must(AreDistinct).WithMessage("screenId가 겹칩니다.");
        RuleForEach(report => report.Screens).NotNull().SetValidator(new ScreenReportValidator());
        RuleFor(report => report.UnavailableReason).MaximumLength(1_000);
        RuleFor(report => report.UnavailableReason).NotEmpty().When(HasNothing).WithMessage("화면이나 Figma 주소가 없으면 사유가 필요합니다.");
        RuleFor(report => report.UnavailableReason).Empty().Unless(HasNothing).WithMessage("화면이나 Figma 주소와 함께 보낼 수 없습니다.");
    }

    private static bool HasNothing(DesignsReport report) => report is { FigmaFileUrl: null, Screens: null or { Count: 0 } };

    private static bool AreDistinct(IReadOnlyList<ScreenReport>? screens) =>
        screens is null || screens.Where(screen => screen is not null).GroupBy(screen => screen.ScreenId).All(same => same.Count() == 1);
}

internal sealed class ScreenReportValidator : AbstractValidator<ScreenReport>
{
    public ScreenReportValidator()
    {
        RuleFor(screen => screen.ScreenId).NotEmpty().MaximumLength(200);
        RuleFor(screen => screen.ScreenName).NotEmpty().MaximumLength(200);
        RuleFor(screen => screen.FigmaUrl).FigmaAddress();
        RuleFor(screen => screen.ImageUrl).SecureAddress();
    }
}

internal sealed class DeliverDesignsHandler(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock)
    : IRequestHandler<DeliverDesigns, DeliveredDesigns>
{
    public async Task<DeliveredDesigns> Handle(DeliverDesigns command, CancellationToken ct)
    {
        var report = command.Report with { Screens = command.Report.Screens ?? [] };
        var consultation = await consultations.Get(command.ConsultationId, ct);
        consultation.Deliver(command.RunId, report.Adapt<Designs>(), policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        return new DeliveredDesigns(consultation.DesignsVersion, consultation.Status);
    }
}
