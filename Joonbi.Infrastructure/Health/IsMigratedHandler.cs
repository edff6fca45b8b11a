using Joonbi.Application.Health;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Infrastructure.Health;

internal sealed class IsMigratedHandler(ReadDb db) : IRequestHandler<IsMigrated, bool>
{
    private static readonly string[] Names = [.. MigrationScripts.All.Select(script => script.Name)];

    public async Task<bool> Handle(IsMigrated query, CancellationToken ct)
    {
        try
        {
            return await db.One<int>("select count(*)::int from schema_migrations where name = any(@Names)", new { Names }, ct) == Names.Length;
        }
        catch (PostgresException nothing) when (nothing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }
}
