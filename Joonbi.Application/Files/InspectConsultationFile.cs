namespace Joonbi.Application.Files;

/// <summary>A document, in any version, or an attachment of anybody's consultation, for the studio.</summary>
public sealed record InspectConsultationFile(Guid ConsultationId, Guid FileId) : IQuery<FileToSend?>;
