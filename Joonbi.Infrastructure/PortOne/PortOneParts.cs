using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Vendors;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>Adds the generation that the settings name, or none.</summary>
internal static class PortOneParts
{
    /// <summary>PortOne may take a minute over a refund; the handler of the message that asks for it has one.</summary>
    private static readonly TimeSpan RefundPatience = TimeSpan.FromSeconds(45);

    public static void AddPortOne(this IServiceCollection services, InfrastructureSettings settings)
    {
        switch (settings.PortOne)
        {
            case PortOneV1Settings v1:
                services.AddSingleton(v1);
                services.AddSingleton<PortOneV1Tokens>();
                services.AddVendor<IPaymentGateway, PortOneV1Gateway>(settings, http => Address(http, v1), request => Patience(request, settings));
                break;
            case PortOneV2Settings v2:
                services.AddSingleton(v2);
                services.AddSingleton(provider => new StandardWebhook(v2.WebhookSecrets, provider.GetRequiredService<TimeProvider>()));
                services.AddVendor<IPaymentGateway, PortOneV2Gateway>(
                    settings,
                    http =>
                    {
                        Address(http, v2);
                        http.DefaultRequestHeaders.Authorization = new("PortOne", v2.ApiSecret);
                    },
                    request => Patience(request, settings));
                break;
            default:
                services.AddSingleton<IPaymentGateway, NoGateway>();
                break;
        }
    }

    private static void Address(HttpClient http, PortOneSettings settings)
    {
        http.Timeout = RefundPatience * 2;
        http.BaseAddress = new Uri(settings.ApiUrl.AbsoluteUri.TrimEnd('/') + "/");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Joonbi/{Telemetry.Version} (+https://joonbi.co.kr)");
    }

    /// <summary>Somebody waits for a look at a payment; nobody waits for a refund, and one that is cut off is not cut off there.</summary>
    private static TimeSpan Patience(HttpRequestMessage request, InfrastructureSettings settings) =>
        request.RequestUri!.AbsolutePath.EndsWith("/cancel", StringComparison.Ordinal) ? RefundPatience : settings.VendorTimeout;
}
