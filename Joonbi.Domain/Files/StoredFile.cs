namespace Joonbi.Domain.Files;

/// <summary>What a file is for.</summary>
public enum FilePurpose
{
    /// <summary>A customer's own, sent along with a consultation or waiting to be.</summary>
    Attachment,

    /// <summary>Printed by the studio; it belongs to a consultation and to no person.</summary>
    Document,
}

/// <summary>Bytes in the store, and whose they are.</summary>
/// <param name="Id">Version 7 UUID; what links say.</param>
/// <param name="OwnerId">Who uploaded it; none for what the studio printed.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="StorageKey">Where the store keeps the bytes.</param>
/// <param name="FileName">As people see it: see <see cref="FileNames.Clean"/>.</param>
/// <param name="ContentType">What the content is, whatever its name says.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content.</param>
/// <param name="CreatedAt">When it was stored.</param>
public sealed record StoredFile(
    Guid Id, Guid? OwnerId, FilePurpose Purpose, string StorageKey, string FileName, string ContentType, long Size, byte[] Sha256, DateTimeOffset CreatedAt)
{
    /// <summary>What everyone hears who asks for one that does not exist, or not for them.</summary>
    public static NotFoundException NotFound() => new("FILE_NOT_FOUND", "파일을 찾을 수 없습니다.");
}
