namespace Joonbi.Application.Files;

/// <summary>A document, in any version, or an attachment of the customer's own consultation.</summary>
public sealed record GetConsultationFile(Guid ConsultationId, Guid FileId, Guid UserId) : IQuery<FileToSend?>;
