using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>Adds what keeps accounts and sessions.</summary>
internal static class AccountParts
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IUserRepository, UserRepository>();
        services.AddScoped<ISessionRepository, SessionRepository>();
        services.AddScoped<IMailLinks, MailLinks>();
        services.AddSingleton<ILoginThrottle, LoginThrottle>();
        services.AddSingleton<RevokedSessions>();
        services.AddSingleton<ISessionGate>(provider => provider.GetRequiredService<RevokedSessions>());
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddHostedService<AccountHousekeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<RevokedSessions>());
    }
}
