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
    }
}
