using System.Security.Cryptography;
using Joonbi.Application.Files;

namespace Joonbi.Infrastructure.Files;

/// <summary>A file as its row describes it.</summary>
internal sealed record KnownBytes(string Key, long Size, byte[] Sha256);

/// <summary>Copies one file from place to place, and believes only what it has read back.</summary>
internal sealed class FileCarrier(IKeyedStore from, IKeyedStore to)
{
    /// <summary>What is to be told of a file that cannot be at its new place.</summary>
    public sealed class Refusal(string korean) : Exception(korean);

    /// <returns>Whether the old place still has it; false when there was nothing to do.</returns>
    /// <exception cref="Refusal">The file is damaged or lost; the old place is untouched and the new one has nothing under its key.</exception>
    public async Task<bool> Carry(KnownBytes file, CancellationToken ct)
    {
        if (await from.Size(file.Key, ct) is not { } size)
        {
            return await to.Size(file.Key, ct) == file.Size ? false : throw new Refusal("양쪽 어디에도 온전한 파일이 없습니다.");
        }

        if (size != file.Size)
            throw new Refusal($"원본의 크기({size})가 기록({file.Size})과 다릅니다.");
        if (!await IsWhole(file, ct))
            await Copy(file, ct);

        return true;
    }

    private async Task Copy(KnownBytes file, CancellationToken ct)
    {
        StoredBytes copy;
        await using (var content = await from.Open(file.Key, ct))
            copy = await to.SaveAs(file.Key, content, file.Size, ct);

        var sound = copy.Sha256.AsSpan().SequenceEqual(file.Sha256);
        if (sound && await IsWhole(file, ct))
            return;

        await to.Delete(file.Key, ct);
        throw new Refusal(sound ? "복사본을 다시 읽어 보니 SHA-256이 다릅니다." : "원본의 SHA-256이 기록과 다릅니다.");
    }

    private async Task<bool> IsWhole(KnownBytes file, CancellationToken ct)
    {
        if (await to.Size(file.Key, ct) != file.Size)
            return false;

        await using var content = await to.Open(file.Key, ct);
        return (await SHA256.HashDataAsync(content, ct)).AsSpan().SequenceEqual(file.Sha256);
    }
}
