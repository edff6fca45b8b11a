using System.Security.Claims;

namespace Joonbi.Api.Security;

/// <summary>The signed-in caller, as endpoints see it: from the token, never from a body.</summary>
/// <param name="Id">The user.</param>
/// <param name="SessionId">The session that the token belongs to.</param>
internal sealed record CurrentUser(Guid Id, Guid SessionId)
{
    public static ValueTask<CurrentUser> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    public static CurrentUser Of(ClaimsPrincipal user) =>
        new(Guid.Parse(user.FindFirstValue(AccessTokens.Subject)!), Guid.Parse(user.FindFirstValue(AccessTokens.Session)!));
}
