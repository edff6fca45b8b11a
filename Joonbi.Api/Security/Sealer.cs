using System.Security.Cryptography;
using System.Text;
using Joonbi.Application;

namespace Joonbi.Api.Security;

/// <summary>
/// AES-256-GCM: one byte that names this form, a nonce, a tag, the cipher text. Purpose and subject are authenticated, so that
/// a row's value moved to another row opens nothing. Sealed under the first key, opened by any.
/// </summary>
internal sealed class Sealer(SealerSettings settings) : ISealer
{
    private const byte Form = 1;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = 1 + Nonce + Tag;

    private readonly byte[][] keys = [.. settings.Keys.Select(key => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), 32, info: "joonbi sealed data"u8.ToArray()))];

    public byte[] Seal(string purpose, Guid subject, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var done = new byte[Head + plain.Length];
        done[0] = Form;
        RandomNumberGenerator.Fill(done.AsSpan(1, Nonce));
        using var cipher = new AesGcm(keys[0], Tag);
        cipher.Encrypt(done.AsSpan(1, Nonce), plain, done.AsSpan(Head), done.AsSpan(1 + Nonce, Tag), Bound(purpose, subject));
        return done;
    }

    public string? Open(string purpose, Guid subject, byte[] sealedText) =>
        sealedText.Length < Head || sealedText[0] != Form ? null : keys.Select(key => Open(key, Bound(purpose, subject), sealedText)).FirstOrDefault(text => text is not null);

    private static string? Open(byte[] key, byte[] bound, ReadOnlySpan<byte> done)
    {
        var plain = new byte[done.Length - Head];
        using var cipher = new AesGcm(key, Tag);
        try
        {
            cipher.Decrypt(done.Slice(1, Nonce), done[Head..], done.Slice(1 + Nonce, Tag), plain, bound);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Bound(string purpose, Guid subject) => Encoding.UTF8.GetBytes($"{purpose}:{subject}");
}

/// <summary>The keys of <see cref="Sealer"/>, the present one first.</summary>
internal sealed record SealerSettings(IReadOnlyList<string> Keys);
