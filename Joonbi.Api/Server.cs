using Joonbi.Api.Accounts;
using Joonbi.Api.Analyses;
using Joonbi.Api.Audit;
using Joonbi.Api.Campaigns;
using Joonbi.Api.Configuration;
using Joonbi.Api.Consultations;
using Joonbi.Api.Dashboard;
using Joonbi.Api.Errors;
using Joonbi.Api.Files;
using Joonbi.Api.Health;
using Joonbi.Api.Logging;
using Joonbi.Api.Notifications;
using Joonbi.Api.OpenApi;
using Joonbi.Api.Operation;
using Joonbi.Api.Outbox;
using Joonbi.Api.Payments;
using Joonbi.Api.Prices;
using Joonbi.Api.Screening;
using Joonbi.Api.Security;
using Joonbi.Application;
using Joonbi.Infrastructure;

namespace Joonbi.Api;

/// <summary>Composes the service: one line for each part, in the order in which a request meets them.</summary>
internal static class Server
{
    /// <summary>The largest body that is read at all; routes that take files say otherwise.</summary>
    private const long MaxBody = 1_048_576;

    /// <summary>Settings are read once: nobody needs a watcher on the working folder, which takes an event for each line of a log that is kept there.</summary>
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    public static async Task<int> Serve(string[] args)
    {
        var builder = WebApplication.CreateBuilder([NoWatch, .. args]);
        var settings = Settings.Read(builder.Configuration);
        if (settings.Complaint is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return 1;
        }

        await using var app = Compose(builder, settings);
        if (settings.Migration.OnStart && !app.Migrate(settings.Migration))
            return 1;

        await app.RunAsync();
        return 0;
    }

    /// <summary>The whole service, not yet started.</summary>
    internal static WebApplication Compose(WebApplicationBuilder builder, Settings settings, Action<IServiceCollection>? replace = null)
    {
        Listen(builder, settings.Web);
        AddServices(builder.Services, settings);
        builder.Services.AddObservation(builder.Configuration);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        Use(app, settings.Web);
        Map(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, WebSettings settings)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls($"http://{(settings.Production ? "*" : "127.0.0.1")}:{settings.Port}");

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
    }

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddLogs(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Policy);
        services.AddSingleton(settings.PaymentPolicy);
        services.AddSingleton(settings.Web);
        services.AddApplication();
        services.AddInfrastructure(settings.Infrastructure);
        services.AddSecurity(settings.Jwt, settings.InternalKey);
        services.AddSingleton(settings.Sealer);
        services.AddSingleton<ISealer, Sealer>();
        services.AddRateLimits();
        services.AddBrowserRules(settings.Web);
        services.AddOrderlyStop(settings.Web);
        services.AddProblems();
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
    }

    private static void Use(WebApplication app, WebSettings settings)
    {
        app.UseForwarding(settings);
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UsePatientBodies();
        app.UseMetrics(settings);
        app.UseProblems();
        if (settings.Docs)
            app.UseApiDocument();

        app.UseAgentAddress();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        if (settings.RateLimits)
            app.UseRateLimiter();

        app.UseAuthorization();
    }

    /// <summary>Every route of the service: each area maps its own below <c>/api</c>.</summary>
    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapHealth();
        api.MapAuthentication();
        api.MapUsers();
        api.MapCustomers();
        api.MapAnalyses();
        api.MapFiles();
        api.MapPrices();
        api.MapCampaigns();
        api.MapConsultations();
        api.MapThreads();
        api.MapSharing();
        api.MapNotifications();
        api.MapAdminConsultations();
        api.MapAdminCampaigns();
        api.MapAdminPrices();
        api.MapAdminScreening();
        api.MapDashboard();
        api.MapOutbox();
        api.MapAudit();
        api.MapPayments();
        api.MapAdminPayments();
        api.MapLedger();
        api.MapWebhooks();
    }
}
