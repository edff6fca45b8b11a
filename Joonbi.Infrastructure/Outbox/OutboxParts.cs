using Joonbi.Application;
using Joonbi.Application.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>Adds the outbox: who writes it, who delivers it, who tidies it up.</summary>
internal static class OutboxParts
{
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton(new EventRoutes(typeof(IUnitOfWork).Assembly));
        services.AddScoped<IOutbox, OutboxWriter>();
        services.AddScoped<IDeadLetters, DeadLetters>();
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<LaneRests>();
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<OutboxHousekeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxHousekeeping>());
    }
}
