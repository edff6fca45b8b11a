using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Joonbi.Application.Accounts;
using Joonbi.Domain;

namespace Joonbi.Api.Security;

/// <summary>HMAC-SHA256 under <c>JWT_REFRESH_SECRET</c>. What is computed for one use can never serve another: each begins with its own word.</summary>
internal sealed class SecretTokens(JwtSettings settings, IRandomSource random) : ISecretTokens
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(settings.RefreshSecret);

    public string Create() => Base64Url.EncodeToString(random.NextBytes(32));

    public string OfLink(Guid linkId) => Base64Url.EncodeToString(Keyed($"link:{linkId}"));

    public byte[] Hash(string token) => Keyed($"token:{token}");

    public string Pseudonym(string kind, string value) => Convert.ToHexStringLower(Keyed($"name:{kind}:{value}"));

    private byte[] Keyed(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
