using Joonbi.Domain;
using Joonbi.Domain.Files;

namespace Joonbi.Application.Files;

/// <summary>The customer takes back a file that belongs to nothing yet.</summary>
public sealed record DeleteFile(Guid FileId, Guid UserId) : ICommand;

internal sealed class DeleteFileHandler(IFileRepository files, IFileStore store, IUnitOfWork unitOfWork) : AsyncRequestHandler<DeleteFile>
{
    protected override async Task Handle(DeleteFile command, CancellationToken ct)
    {
        var file = await files.GetOwn(command.FileId, command.UserId, ct);
        if (await files.IsAttached(file.Id, ct))
            throw new ConflictException("FILE_IN_USE", "상담에 첨부된 파일은 지울 수 없습니다.");

        await files.Remove(file, ct);
        unitOfWork.OnCommitted(() => store.Discard(file.StorageKey));
    }
}
