namespace Joonbi.Application.Files;

/// <summary>A file that the caller may have: what the headers of a download say, and where the bytes are.</summary>
public sealed record FileToSend(string StorageKey, string FileName, string ContentType, byte[] Sha256, DateTimeOffset CreatedAt);
