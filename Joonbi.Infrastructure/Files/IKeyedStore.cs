using Joonbi.Application.Files;

namespace Joonbi.Infrastructure.Files;

/// <summary>One place of bytes, as a move between two places needs it.</summary>
internal interface IKeyedStore : IFileStore
{
    /// <summary>How many bytes it has under the key; null for none at all.</summary>
    Task<long?> Size(string key, CancellationToken ct);

    /// <summary>As <see cref="IFileStore.Save"/>, under a key that is given already.</summary>
    Task<StoredBytes> SaveAs(string key, Stream content, long maxBytes, CancellationToken ct);
}
