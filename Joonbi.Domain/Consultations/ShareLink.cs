using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Joonbi.Domain.Consultations;

/// <summary>An open link to a finished consultation. Who has the address may read; the address itself is stored nowhere.</summary>
/// <param name="Id">Version 7 UUID.</param>
/// <param name="ConsultationId">What it leads to.</param>
/// <param name="TokenHash">SHA-256 of the token in the address.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it leads there.</param>
public sealed record ShareLink(Guid Id, Guid ConsultationId, byte[] TokenHash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    private const int TokenBytes = 32;

    /// <summary>256 random bits, as text for an address. So long a secret needs no slow hash.</summary>
    public static string NewToken(IRandomSource random) => Base64Url.EncodeToString(random.NextBytes(TokenBytes));

    /// <summary>By which a token is found; a wrong one of any length costs the same.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>What everyone hears whose token opens nothing, or no longer.</summary>
    public static NotFoundException NotFound() => new("SHARE_NOT_FOUND", "링크가 없거나 만료되었습니다.");
}
