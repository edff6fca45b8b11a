using Joonbi.Application.Prices;
using Joonbi.Domain;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Infrastructure.Prices;

internal sealed class PriceRepository(DbSession session) : IPriceRepository
{
    public Task Add(PriceEntry price, CancellationToken ct) =>
        Store(
            """
            insert into prices (id, code, category, name, unit, price, is_minimum, is_optional_deliverable, position, active, version, updated_at)
            values (@Id, @Code, @Category, @Name, @Unit, @Price, @IsMinimum, @IsOptionalDeliverable, @Position, @Active, @Version, @UpdatedAt)
            """,
            price,
            ct);

    public async Task<PriceEntry> Get(Guid id, CancellationToken ct) =>
        await session.One<PriceEntry>(
            """
            select id, code, category, name, unit, price, is_minimum, is_optional_deliverable, position, active, version, updated_at
              from prices
             where id = @id
               for update
            """,
            new { id },
            ct) ?? throw PriceEntry.NotFound();

    public Task Save(PriceEntry price, CancellationToken ct) =>
        Store(
            """
            update prices
               set code = @Code, category = @Category, name = @Name, unit = @Unit, price = @Price, is_minimum = @IsMinimum,
                   is_optional_deliverable = @IsOptionalDeliverable, position = @Position, active = @Active, version = @Version,
                   updated_at = @UpdatedAt
             where id = @Id
            """,
            price,
            ct);

    public Task Remove(Guid id, CancellationToken ct) => session.Execute("delete from prices where id = @id", new { id }, ct);

    private async Task Store(string sql, PriceEntry price, CancellationToken ct)
    {
        try
        {
            await session.Execute(sql, price, ct);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new ConflictException("PRICE_CODE_TAKEN", $"코드 {price.Code}은(는) 이미 쓰이고 있습니다.");
        }
    }
}
