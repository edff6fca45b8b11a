using Joonbi.Application.Files;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Removes the bytes of a person who has left. Their rows are gone already, so nobody can ask for them meanwhile.</summary>
internal sealed class EraseFiles(IFileStore store) : IEventHandler<AccountDeleted>
{
    public static Lane Lane => Lane.Internal;

    public async Task Handle(AccountDeleted happened, Delivery delivery, CancellationToken ct)
    {
        foreach (var key in happened.StorageKeys)
            await store.Delete(key, ct);
    }
}
