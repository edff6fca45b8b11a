using Dapper;
using Joonbi.Application;
using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>
/// The connection and the transaction of one command. Both open with its first statement, so a command that is refused
/// before it reads costs the database nothing; what is not committed is undone on disposal.
/// </summary>
internal sealed class DbSession(NpgsqlDataSource dataSource) : IUnitOfWork, IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private Func<CancellationToken, Task>? onBegun;
    private List<Func<Task>>? onCommitted;

    public async Task<T?> One<T>(string sql, object args, CancellationToken ct) =>
        await (await Open(ct)).QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct));

    /// <summary>
    /// Locks a row, then reads it as the holder of the lock: two statements, since the first may have waited for somebody whose
    /// changes it does not see all of (what it reads by subquery is older than the row), but one way to the database and back.
    /// </summary>
    public async Task<T?> OneLocked<T>(string locking, string reading, object args, CancellationToken ct)
    {
        await using var results = await (await Open(ct)).QueryMultipleAsync(new CommandDefinition($"{locking};\n{reading}", args, cancellationToken: ct));
        await results.ReadAsync<Guid>();
        return await results.ReadSingleOrDefaultAsync<T>();
    }

    public async Task<IReadOnlyList<T>> Many<T>(string sql, object args, CancellationToken ct) =>
        (await (await Open(ct)).QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct))).AsList();

    /// <returns>How many rows it changed.</returns>
    public async Task<int> Execute(string sql, object args, CancellationToken ct) =>
        await (await Open(ct)).ExecuteAsync(new CommandDefinition(sql, args, cancellationToken: ct));

    /// <summary>Runs in the transaction before the first statement, which fails as this fails.</summary>
    public void OnBegun(Func<CancellationToken, Task> work) => onBegun = work;

    /// <summary>Runs after the commit, in this process only: other replicas learn by NOTIFY.</summary>
    public void OnCommitted(Func<Task> work) => (onCommitted ??= []).Add(work);

    public async Task Commit(CancellationToken ct)
    {
        if (transaction is not null)
            await transaction.CommitAsync(ct);

        await DisposeAsync();
        foreach (var work in onCommitted ?? [])
            await work();

        onCommitted = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();

        (transaction, connection) = (null, null);
    }

    private async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        if (connection is null)
        {
            connection = await dataSource.OpenConnectionAsync(ct);
            transaction = await connection.BeginTransactionAsync(ct);
            if (onBegun is { } work)
            {
                onBegun = null;
                await work(ct);
            }
        }

        return connection;
    }
}
