namespace Joonbi.Domain.Files;

/// <summary>How much of the studio's disk a customer may fill.</summary>
public sealed record UploadPolicy
{
    /// <summary>Of one file, in bytes.</summary>
    public long MaxFileSize { get; init; } = 52_428_800;

    /// <summary>How many files of one customer may wait to be attached to something.</summary>
    public int MaxWaitingFiles { get; init; } = 30;

    /// <summary>How large they may be together, in bytes.</summary>
    public long MaxWaitingBytes { get; init; } = 524_288_000;

    /// <summary>How long a file may wait before it is removed.</summary>
    public TimeSpan WaitingLife { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>What a customer has uploaded and not attached to anything yet.</summary>
/// <param name="Count">How many files.</param>
/// <param name="Bytes">How large they are together.</param>
public sealed record WaitingFiles(int Count, long Bytes)
{
    /// <exception cref="ConflictException"><c>TOO_MANY_WAITING_FILES</c>: one more of that size would be too much.</exception>
    public void RequireRoomFor(long size, UploadPolicy policy)
    {
        if (Count >= policy.MaxWaitingFiles || Bytes + size > policy.MaxWaitingBytes)
            throw new ConflictException("TOO_MANY_WAITING_FILES", "아직 첨부하지 않은 파일이 너무 많습니다. 필요 없는 파일을 지운 뒤 다시 올려 주세요.");
    }
}
