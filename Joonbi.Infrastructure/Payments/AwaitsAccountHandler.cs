using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

internal sealed class AwaitsAccountHandler(ReadDb db) : IRequestHandler<AwaitsAccount, bool>
{
    public Task<bool> Handle(AwaitsAccount query, CancellationToken ct) =>
        db.One<bool>("select exists (select from refunds where id = @RefundId and status = 'AWAITING_ACCOUNT')", query, ct);
}
