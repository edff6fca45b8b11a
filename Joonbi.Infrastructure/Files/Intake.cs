using System.Buffers;
using System.Security.Cryptography;
using Joonbi.Application.Files;

namespace Joonbi.Infrastructure.Files;

/// <summary>Reads a stream once, piece by piece, and knows at its end how long it was and what its checksum is.</summary>
internal static class Intake
{
    private const int PieceSize = 81_920;

    /// <exception cref="FileTooLargeException">It has more than <paramref name="maxBytes"/>; no piece goes beyond that.</exception>
    public static async Task<(long Size, byte[] Sha256)> Read(
        Stream content, long maxBytes, Func<ReadOnlyMemory<byte>, CancellationToken, Task> take, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            var size = 0L;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                size += read;
                if (size > maxBytes)
                    throw new FileTooLargeException(maxBytes);

                hash.AppendData(buffer, 0, read);
                await take(buffer.AsMemory(0, read), ct);
            }

            return (size, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
