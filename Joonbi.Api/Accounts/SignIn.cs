using Joonbi.Api.Security;
using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;

namespace Joonbi.Api.Accounts;

/// <summary>Hands an open session over: the access token in the answer, the refresh token to where the client keeps it.</summary>
internal sealed class SignIn(AccessTokens access, RefreshCookie cookie, IMediator mediator, TimeProvider clock)
{
    public async Task<Tokens> Answer(SignedIn signedIn, ClientKind client, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var me = await mediator.Send(new GetMe(signedIn.UserId), ct) ?? throw User.NotFound();
        if (client is ClientKind.Browser)
            cookie.Write(response, signedIn.RefreshToken, signedIn.RefreshExpiresAt);

        return new Tokens(
            access.Issue(signedIn.UserId, signedIn.Role.ToString().ToUpperInvariant(), signedIn.SessionId),
            clock.GetUtcNow() + access.Life,
            client is ClientKind.App ? signedIn.RefreshToken : null,
            signedIn.RefreshExpiresAt,
            me);
    }
}
