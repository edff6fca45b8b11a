using Joonbi.Application.Accounts;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Joonbi.Api.Security;

/// <summary>A signature only says that a token was ours; whether its session is still open is asked with every request.</summary>
internal static class OpenSessions
{
    public static readonly JwtBearerEvents Only = new() { OnTokenValidated = Check };

    private static async Task Check(TokenValidatedContext context)
    {
        var gate = context.HttpContext.RequestServices.GetRequiredService<ISessionGate>();
        if (!await gate.IsOpen(CurrentUser.Of(context.Principal!).SessionId, context.HttpContext.RequestAborted))
            context.Fail("The session is over.");
    }
}
