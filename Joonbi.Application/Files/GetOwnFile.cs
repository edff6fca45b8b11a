namespace Joonbi.Application.Files;

/// <summary>A file that the customer uploaded, attached to something or not.</summary>
public sealed record GetOwnFile(Guid FileId, Guid UserId) : IQuery<FileToSend?>;
