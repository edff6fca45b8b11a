using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Joonbi.Api.Security;

/// <summary>What a signed access token says and how it is checked. It names its session, so that ending the session ends it.</summary>
internal sealed class AccessTokens(JwtSettings settings, TimeProvider clock)
{
    public const string Subject = "sub";
    public const string Session = "sid";
    public const string Role = "role";
    private const string Issuer = "joonbi";
    private const string Audience = "joonbi-api";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey key = new(Encoding.UTF8.GetBytes(settings.Secret));

    public TimeSpan Life => settings.AccessLife;

    public string Issue(Guid userId, string role, Guid sessionId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + settings.AccessLife,
            Claims = new Dictionary<string, object> { [Subject] = userId.ToString(), [Session] = sessionId.ToString(), [Role] = role },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    public TokenValidationParameters Parameters => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (notBefore, expires, _, _) => notBefore <= clock.GetUtcNow().UtcDateTime.AddSeconds(1) && clock.GetUtcNow().UtcDateTime < expires,
        NameClaimType = Subject,
        RoleClaimType = Role,
    };
}

/// <summary>The seed's <c>JWT_…</c> settings.</summary>
internal sealed record JwtSettings(string Secret, TimeSpan AccessLife, string RefreshSecret, TimeSpan RefreshLife);
