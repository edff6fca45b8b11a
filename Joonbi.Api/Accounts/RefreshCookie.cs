using Joonbi.Api.Configuration;
using Joonbi.Domain;

namespace Joonbi.Api.Accounts;

/// <summary>
/// Where a browser keeps its refresh token: out of reach of scripts, sent to the auth routes only, and never by another site's
/// doing. SameSite speaks of sites and not of origins, so a page of a neighbouring subdomain is refused by its Origin.
/// </summary>
internal sealed class RefreshCookie(WebSettings settings)
{
    public const string Name = "joonbi_refresh";
    private const string Path = "/api/auth";

    /// <summary>The token in the cookie, or null when there is none.</summary>
    /// <exception cref="UnauthenticatedException">A page of another origin made the browser send it.</exception>
    public string? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } token)
            return null;

        return request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != Origin(settings.FrontendUrl) && origin != Origin(settings.ApiUrl)
            ? throw new UnauthenticatedException("ORIGIN_REFUSED", "이 주소의 화면에서는 로그인 상태를 쓸 수 없습니다.")
            : token;
    }

    public void Write(HttpResponse response, string token, DateTimeOffset expires) => response.Cookies.Append(Name, token, Options(expires));

    public void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(DateTimeOffset? expires) => new()
    {
        Path = Path,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = settings.Production,
        Expires = expires,
        IsEssential = true,
    };

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
