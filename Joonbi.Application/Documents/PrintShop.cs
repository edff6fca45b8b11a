using Joonbi.Application.Files;

namespace Joonbi.Application.Documents;

/// <summary>Prints documents into the store, so many at a time that the other requests still find a processor.</summary>
internal sealed class PrintShop(IDocumentRenderer renderer, IFileStore store) : IDisposable
{
    private const long MaxBytes = 52_428_800;
    private readonly SemaphoreSlim presses = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <exception cref="UnprintableDocumentException">With the name of that field.</exception>
    public async Task<StoredBytes> Print(DocumentSource source, string field, CancellationToken ct)
    {
        using var pdf = new MemoryStream(await Render(source, field, ct), writable: false);
        return await store.Save(pdf, MaxBytes, ct);
    }

    /// <summary>Forgets prints that nobody needs; also when the caller has gone.</summary>
    public async Task Discard(IEnumerable<StoredBytes> prints)
    {
        foreach (var print in prints)
            await store.Discard(print.Key);
    }

    public void Dispose() => presses.Dispose();

    private async Task<byte[]> Render(DocumentSource source, string field, CancellationToken ct)
    {
        await presses.WaitAsync(ct);
        try
        {
            return renderer.Render(source, ct);
        }
        catch (UnprintableDocumentException refusal)
        {
            throw refusal.In(field);
        }
        finally
        {
            presses.Release();
        }
    }
}
