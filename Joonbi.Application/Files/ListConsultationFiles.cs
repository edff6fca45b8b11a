using Joonbi.Application.Consultations;

namespace Joonbi.Application.Files;

/// <summary>Every file of one of the customer's own consultations.</summary>
public sealed record ListConsultationFiles(Guid ConsultationId, Guid UserId) : IQuery<ConsultationFiles?>;

/// <summary>The files of a consultation; each is fetched by its id.</summary>
/// <param name="Documents">All versions, the newest of each kind first.</param>
/// <param name="Attachments">What the customer sent along, in the order given.</param>
public sealed record ConsultationFiles(IReadOnlyList<DocumentLine> Documents, IReadOnlyList<AttachmentLine> Attachments);
