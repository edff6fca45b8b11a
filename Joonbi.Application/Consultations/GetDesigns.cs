using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The sample screens of one of the customer's own consultations.</summary>
public sealed record GetDesigns(Guid ConsultationId, Guid UserId) : IQuery<SampleScreens?>;

/// <summary>The latest sample screens, or the reason why there are none.</summary>
/// <param name="Version">0 while nothing was delivered, then 1, 2, …</param>
/// <param name="FigmaFileUrl">The whole file on figma.com; it may come later.</param>
/// <param name="Screens">Each screen.</param>
/// <param name="UnavailableReason">Why there are none.</param>
public sealed record SampleScreens(int Version, string? FigmaFileUrl, IReadOnlyList<Screen> Screens, string? UnavailableReason);
