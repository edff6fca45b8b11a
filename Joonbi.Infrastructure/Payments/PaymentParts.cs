using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Payments;

/// <summary>Adds what money needs.</summary>
internal static class PaymentParts
{
    public static void AddPayments(this IServiceCollection services)
    {
        services.AddScoped<Ledger>();
        services.AddScoped<IPaymentRepository, PaymentRepository>();
        services.AddScoped<ILedgerAlarms, LedgerAlarms>();
        services.AddSingleton<Reconciler>();
        services.AddHostedService(provider => provider.GetRequiredService<Reconciler>());
        services.AddSingleton<BookKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<BookKeeper>());
        services.AddHostedService<MoneyFigures>();
    }
}
