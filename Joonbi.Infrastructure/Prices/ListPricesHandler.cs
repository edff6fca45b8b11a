using Joonbi.Application.Prices;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Prices;

internal sealed class ListPricesHandler(ReadDb db) : IRequestHandler<ListPrices, PriceTable>
{
    public async Task<PriceTable> Handle(ListPrices query, CancellationToken ct) =>
        new(await db.Many<Price>(
            """
            select code, category, name, unit, price as amount, is_minimum, is_optional_deliverable
              from prices
             where active
             order by position, code
            """,
            query,
            ct));
}
