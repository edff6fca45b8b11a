using Joonbi.Application.Repeats;
using Joonbi.Domain;
using Joonbi.Domain.Files;

namespace Joonbi.Application.Files;

/// <summary>Takes a customer's file in; it waits to be attached to something, and is removed if that does not happen.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="FileName">As the customer's machine calls it.</param>
/// <param name="Content">Read once, to its end.</param>
public sealed record UploadFile(Guid UserId, string FileName, Stream Content) : ICommand<UploadedFile>;

/// <summary>A file that was taken in.</summary>
/// <param name="Id">By which it is attached, fetched and deleted.</param>
/// <param name="FileName">Cleaned, with the ending that its content has.</param>
/// <param name="ContentType">What the content is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="CreatedAt">When it was stored.</param>
public sealed record UploadedFile(Guid Id, string FileName, string ContentType, long Size, DateTimeOffset CreatedAt);

/// <summary>Not one of the kinds of files that are taken (415).</summary>
public sealed class UnsupportedFileTypeException()
    : RefusalException("UNSUPPORTED_FILE_TYPE", "받을 수 없는 형식의 파일입니다. 이미지(PNG, JPEG, WebP, GIF), PDF, 한글·오피스 문서, 텍스트, CSV, ZIP을 올려 주세요.");

internal sealed class UploadFileHandler(
    IFileStore store, IFileRepository files, IRepeats repeats, UploadPolicy policy, IRandomSource random, TimeProvider clock)
    : IRequestHandler<UploadFile, UploadedFile>
{
    /// <summary>No transaction is open while the bytes come in: that may take minutes.</summary>
    public async Task<UploadedFile> Handle(UploadFile command, CancellationToken ct)
    {
        (await files.PeekWaiting(command.UserId, ct)).RequireRoomFor(1, policy);
        var bytes = await store.Save(command.Content, policy.MaxFileSize, ct);
        try
        {
            var file = await Describe(command, bytes, ct);
            repeats.Include(command.FileName, bytes.Sha256);
            (await files.LockWaiting(command.UserId, ct)).RequireRoomFor(file.Size, policy);
            await files.Add(file, ct);
            return new UploadedFile(file.Id, file.FileName, file.ContentType, file.Size, file.CreatedAt);
        }
        catch
        {
            await store.Discard(bytes.Key);
            throw;
        }
    }

    private async Task<StoredFile> Describe(UploadFile command, StoredBytes bytes, CancellationToken ct)
    {
        if (bytes.Size == 0)
            throw new InvalidFieldException("file", "빈 파일입니다.");

        var name = FileNames.Clean(command.FileName);
        await using var content = await store.Open(bytes.Key, ct);
        var type = await FileType.Of(content, name, ct) ?? throw new UnsupportedFileTypeException();
        return new StoredFile(
            random.NextId(), command.UserId, FilePurpose.Attachment, bytes.Key, type.Named(name), type.ContentType, bytes.Size, bytes.Sha256, clock.GetUtcNow());
    }
}
