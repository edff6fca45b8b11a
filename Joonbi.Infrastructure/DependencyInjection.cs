using Joonbi.Application;
using Joonbi.Application.Analyses;
using Joonbi.Application.Notifications;
using Joonbi.Application.Prices;
using Joonbi.Application.Repeats;
using Joonbi.Application.Screening;
using Joonbi.Domain;
using Joonbi.Domain.Campaigns;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Accounts;
using Joonbi.Infrastructure.Analyses;
using Joonbi.Infrastructure.Campaigns;
using Joonbi.Infrastructure.Consultations;
using Joonbi.Infrastructure.Documents;
using Joonbi.Infrastructure.Files;
using Joonbi.Infrastructure.Health;
using Joonbi.Infrastructure.Notifications;
using Joonbi.Infrastructure.Outbox;
using Joonbi.Infrastructure.Payments;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Infrastructure.Prices;
using Joonbi.Infrastructure.Screening;
using Joonbi.Infrastructure.Vendors;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Joonbi.Infrastructure;

/// <summary>Adds everything that speaks to the world outside the process.</summary>
public static class DependencyInjection
{
    /// <summary>Persistence, outbox and adapters, as the settings say.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, InfrastructureSettings settings)
    {
        DapperConventions.Apply();
        services.AddRequestHandlers(typeof(DependencyInjection).Assembly);

        services.AddSingleton(settings);
        services.AddSingleton<IRandomSource, RandomSource>();
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = Telemetry.Name }.Build());
        services.AddSingleton<ReadDb>();
        services.AddSingleton<DatabaseSignals>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseSignals>());
        services.AddScoped<DbSession>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IRepeats, Repeats.Repeats>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<IConsultationRepository, ConsultationRepository>();
        services.AddScoped<IScreening, StoredRules>();
        services.AddScoped<ISlotCampaigns, SlotCampaigns>();
        services.AddScoped<INotifications, NotificationStore>();
        services.AddScoped<ICampaignRepository, CampaignRepository>();
        services.AddScoped<IPriceRepository, PriceRepository>();
        services.AddScoped<IRuleRepository, RuleRepository>();

        services.AddSingleton(new TriggerStyle(settings.InlineTrigger));
        services.AddSingleton<ConsultationTimelines>();
        services.AddSingleton<ConsultationAudience>();
        services.AddSingleton<ConsultationHub>();
        services.AddHostedService(provider => provider.GetRequiredService<ConsultationHub>());
        services.AddSingleton<Watchdog>();
        services.AddHostedService(provider => provider.GetRequiredService<Watchdog>());
        services.AddHostedService<ConsultationFigures>();
        services.AddHostedService<DatabasePulse>();

        services.AddAccounts();
        services.AddDocuments();
        services.AddFiles(settings);
        services.AddOutbox();
        services.AddPayments();
        services.AddVendors(settings);
        return services;
    }
}
