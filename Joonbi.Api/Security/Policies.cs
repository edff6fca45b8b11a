using Joonbi.Api.Accounts;
using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Joonbi.Api.Security;

/// <summary>Who may: the policies that endpoint groups name.</summary>
internal static class Policies
{
    /// <summary>Any signed-in person. What is another's is kept away by the WHERE of every statement.</summary>
    public const string Customer = "Customer";

    /// <summary>A person with the role ADMIN.</summary>
    public const string Admin = "Admin";

    /// <summary>The agent, by its key.</summary>
    public const string Clawdbot = "Clawdbot";

    public static IServiceCollection AddSecurity(this IServiceCollection services, JwtSettings jwt, InternalKeySettings keys)
    {
        services.AddSingleton(jwt);
        services.AddSingleton(keys);
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<OpenSessions>();
        services.AddSingleton(new AccountPolicy { AccessLife = jwt.AccessLife, RefreshLife = jwt.RefreshLife });
        services.AddSingleton<IPasswords, Passwords>();
        services.AddSingleton<ISecretTokens, SecretTokens>();
        services.AddSingleton<RefreshCookie>();
        services.AddScoped<SignIn>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options => (options.MapInboundClaims, options.EventsType) = (false, typeof(OpenSessions)))
            .AddScheme<AuthenticationSchemeOptions, InternalKey>(InternalKey.SchemeName, null);
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<AccessTokens>((options, tokens) => options.TokenValidationParameters = tokens.Parameters);
        services.AddAuthorizationBuilder()
            .AddPolicy(Customer, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Admin, policy => policy.RequireRole("ADMIN"))
            .AddPolicy(Clawdbot, policy => policy.AddAuthenticationSchemes(InternalKey.SchemeName).RequireAuthenticatedUser());
        return services;
    }
}
