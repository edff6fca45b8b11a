namespace Joonbi.Application.Files;

/// <summary>A document of the consultation that an open link leads to. What the customer sent along stays private.</summary>
public sealed record GetSharedFile(string Token, Guid FileId) : IQuery<FileToSend?>;
