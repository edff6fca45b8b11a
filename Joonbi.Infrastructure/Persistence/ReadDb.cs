using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>Reads outside any command: each statement on a connection of its own, no transaction.</summary>
internal sealed class ReadDb(NpgsqlDataSource dataSource)
{
    public async Task<T?> One<T>(string sql, object args, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct));
    }

    /// <remarks>Not by <c>QueryAsync</c>: that reads column by column as it arrives, which suits a stream and costs a list a tenth of its time.</remarks>
    public async Task<IReadOnlyList<T>> Many<T>(string sql, object args, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, args, cancellationToken: ct));
        var parse = reader.GetRowParser(typeof(T));
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add((T)parse(reader));

        return rows;
    }

    /// <summary>Row by row, on a connection that is held until the last one is read.</summary>
    public async IAsyncEnumerable<T> Stream<T>(string sql, object args, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(sql, args).WithCancellation(ct))
            yield return row;
    }

    /// <summary>For the program's own housekeeping, where one statement is the whole transaction.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> Execute(string sql, object args, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, args, cancellationToken: ct));
    }
}
