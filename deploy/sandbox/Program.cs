using System.Text.Json.Serialization;
using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.Control;
using Joonbi.Sandbox.Discord;
using Joonbi.Sandbox.Page;
using Joonbi.Sandbox.Pay;
using Joonbi.Sandbox.PortOne;
using Joonbi.Sandbox.Resend;
using Joonbi.Sandbox.Site;

namespace Joonbi.Sandbox;

/// <summary>
/// The vendors' stand-in for development: receives what Joonbi sends to Discord, Resend and PortOne, shows it on a page, and
/// plays Clawdbot and the payment window. It listens on this machine only, or in a development container, and is never part of an image.
/// </summary>
internal static class Program
{
    private static Task Main(string[] args) => Build(args).RunAsync();

    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var settings = SandboxSettings.From(builder.Configuration);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (settings.Host is null)
                kestrel.ListenLocalhost(settings.Port);
            else
                kestrel.ListenAnyIP(settings.Port);
        });
        // Mails hold one-time links: a web page elsewhere must not reach them by rebinding its name to this address.
        builder.Configuration["AllowedHosts"] = $"localhost;127.0.0.1;[::1];{settings.Host}".TrimEnd(';');
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);

        // A hanging request or an open page must not hold up Ctrl-C.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Ids>();
        builder.Services.AddSingleton<Journal>();
        builder.Services.AddSingleton<Faults>();
        builder.Services.AddSingleton<MailBox>();
        builder.Services.AddSingleton(settings.Shop);
        builder.Services.AddSingleton<Books>();
        builder.Services.AddSingleton<Canceller>();
        builder.Services.AddSingleton<V1Tokens>();
        builder.Services.AddSingleton<Webhooks>();
        builder.Services.AddHttpClient(Webhooks.Client, http => http.Timeout = TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton<RunBoard>();
        builder.Services.AddSingleton<ClawdbotWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClawdbotWorker>());
        builder.Services.AddHttpClient<JoonbiApi>();
        builder.Services.AddTransient<Analysis>();
        builder.Services.AddHttpClient<SiteApi>();

        var app = builder.Build();
        app.MapPage();
        app.MapDiscord();
        app.MapResend();
        app.MapPortOne();
        app.MapPay();
        app.MapControl();
        app.MapSite();
        return app;
    }
}
