using Joonbi.Application;
using Joonbi.Application.Mail;
using Joonbi.Application.Operators;
using Joonbi.Infrastructure.Discord;
using Joonbi.Infrastructure.PortOne;
using Joonbi.Infrastructure.Resend;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Vendors;

/// <summary>Adds every vendor; their addresses are settings, so all of them can be a local server.</summary>
internal static class VendorParts
{
    public static void AddVendors(this IServiceCollection services, InfrastructureSettings settings)
    {
        services.AddPortOne(settings);
        services.AddSingleton<DiscordWebhook>();
        services.AddVendor<IOperatorChannel, DiscordOperatorChannel>(settings, http =>
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"DiscordBot (https://joonbi.co.kr, {Telemetry.Version})"));

        services.AddScoped<IWebhookDeliveries, WebhookDeliveries>();
        services.AddSingleton<IMailNotices, ResendNotices>();
        services.AddSingleton(provider => new SendingPace(settings.ResendMaxPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.AddVendor<IMailer, ResendMailer>(settings, http =>
        {
            http.BaseAddress = new Uri(settings.ResendApiUrl.AbsoluteUri.TrimEnd('/') + "/");
            http.DefaultRequestHeaders.Authorization = new("Bearer", settings.ResendApiKey);
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Joonbi/{Telemetry.Version} (+https://joonbi.co.kr)");
        });
    }
}
