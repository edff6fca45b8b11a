using Joonbi.Application.Prices;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Prices;

internal sealed class GetPriceHandler(ReadDb db) : IRequestHandler<GetPrice, PriceEntry?>
{
    public Task<PriceEntry?> Handle(GetPrice query, CancellationToken ct) =>
        db.One<PriceEntry>(
            """
            select id, code, category, name, unit, price, is_minimum, is_optional_deliverable, position, active, version, updated_at
              from prices
             where id = @Id
            """,
            query,
            ct);
}
