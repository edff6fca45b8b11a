using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

internal sealed class GetPaymentWindowHandler(ReadDb db, IPaymentGateway gateway) : IRequestHandler<GetPaymentWindow, PaymentWindow?>
{
    static GetPaymentWindowHandler() => DapperConventions.AddJson(typeof(Payer));

    public Task<PaymentWindow?> Handle(GetPaymentWindow query, CancellationToken ct)
    {
        var checkout = gateway.Checkout;
        return db.One<PaymentWindow>(
            """
            select payments.id, replace(payments.id::text, '-', '') as payment_id, @Sdk as sdk, @ScriptUrl as script_url, @StoreId as store_id, @ChannelKey as channel_key,
                   order_name, amount, 'KRW' as currency,
                   jsonb_build_object('fullName', name, 'email', email, 'phoneNumber', phone) as customer
              from payments
              join users on users.id = user_id
             where payments.id = @PaymentId and user_id = @UserId
            """,
            new { query.PaymentId, query.UserId, checkout.Sdk, ScriptUrl = checkout.ScriptUrl.AbsoluteUri, checkout.StoreId, checkout.ChannelKey },
            ct);
    }
}
