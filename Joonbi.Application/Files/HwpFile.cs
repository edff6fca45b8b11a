namespace Joonbi.Application.Files;

/// <summary>
/// HWP 5 lives in the same container as the old Office formats and installers. What tells it from them is its stream FileHeader,
/// which begins with 32 bytes of its own and, being small, lies on a boundary of 64.
/// </summary>
internal static class HwpFile
{
    private const int Sector = 64;
    private static readonly byte[] Signature = [.. "HWP Document File"u8, .. new byte[15]];

    public static async Task<bool> IsOne(Stream container, CancellationToken ct)
    {
        var buffer = new byte[1_024 * Sector];
        container.Position = 0;
        for (int read; (read = await container.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0;)
        {
            for (var at = 0; at + Signature.Length <= read; at += Sector)
            {
                if (buffer.AsSpan(at).StartsWith(Signature))
                    return true;
            }
        }

        return false;
    }
}
