using Joonbi.Application.Prices;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Prices;

internal sealed class ListAllPricesHandler(ReadDb db) : IRequestHandler<ListAllPrices, IReadOnlyList<PriceEntry>>
{
    public Task<IReadOnlyList<PriceEntry>> Handle(ListAllPrices query, CancellationToken ct) =>
        db.Many<PriceEntry>(
            """
            select id, code, category, name, unit, price, is_minimum, is_optional_deliverable, position, active, version, updated_at
              from prices
             order by position, code
            """,
            query,
            ct);
}
