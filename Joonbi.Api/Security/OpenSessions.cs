using System.Security.Claims;
using Joonbi.Application.Accounts;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Joonbi.Api.Security;

/// <summary>
/// A signature only says that a token was ours; whether its session is still open is asked with every request. The signature
/// itself is checked once: a token that passed is known until it expires.
/// </summary>
internal sealed class OpenSessions(KnownTokens known) : JwtBearerEvents
{
    private const string Over = "The session is over.";

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        if (Shown(context.Request) is not { } token || known.Find(token) is not { } person)
            return;

        context.Principal = person;
        if (await IsOpen(person, context.HttpContext))
            context.Success();
        else
            context.Fail(Over);
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        if (!await IsOpen(context.Principal!, context.HttpContext))
            context.Fail(Over);
        else if (Shown(context.Request) is { } token)
            known.Keep(token, context.Principal!, context.SecurityToken.ValidTo);
    }

    private static ValueTask<bool> IsOpen(ClaimsPrincipal person, HttpContext context) =>
        context.RequestServices.GetRequiredService<ISessionGate>().IsOpen(CurrentUser.Of(person).SessionId, context.RequestAborted);

    private static string? Shown(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
}
