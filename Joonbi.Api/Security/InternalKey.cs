using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Joonbi.Api.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Joonbi.Api.Security;

/// <summary>The keys that Clawdbot may show; two during a rotation.</summary>
internal sealed record InternalKeySettings(IReadOnlyList<string> Keys)
{
    /// <summary>
    /// Digests of equal length are compared, each of them always and to its end, so the time tells neither how much of a wrong
    /// key was right nor how long the right one is.
    /// </summary>
    public bool Has(string shown)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(shown));
        var right = false;
        foreach (var known in Keys)
            right |= CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(known)), digest);

        return right;
    }
}

/// <summary>Lets Clawdbot in by <c>x-internal-api-key</c>.</summary>
internal sealed class InternalKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, InternalKeySettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "InternalKey";
    public const string Header = "x-internal-api-key";

    /// <summary>Whether the request shows a key that is right; asked before anybody is let in, to count its requests.</summary>
    public static bool IsShown(HttpContext context) =>
        context.Request.Headers.TryGetValue(Header, out var shown) && shown.Count == 1
        && context.RequestServices.GetRequiredService<InternalKeySettings>().Has(shown.ToString());

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var shown) || shown.Count != 1)
            return Task.FromResult(AuthenticateResult.NoResult());

        return Task.FromResult(settings.Has(shown.ToString())
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessTokens.Subject, "clawdbot")], SchemeName)), SchemeName))
            : AuthenticateResult.Fail("The key is not valid."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return ProblemDocuments.Write(Context, ProblemDocuments.Create(
            StatusCodes.Status401Unauthorized, "INTERNAL_KEY_INVALID", $"{Header} 헤더가 없거나 올바르지 않습니다."));
    }
}
