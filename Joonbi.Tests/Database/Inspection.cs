using System.Text.RegularExpressions;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>
/// What one migration would do to a database with traffic, seen by running it on the schema before it: which locks it takes, which
/// tables it writes anew, what it takes away from the program of the last version. A parser sees less, nothing inside a DO block for instance.
/// </summary>
internal static partial class Inspection
{
    /// <summary>Runs the script and says what is wrong with it; the transaction is left to the caller.</summary>
    public static async Task<IReadOnlyList<string>> Inspect(NpgsqlConnection connection, string script)
    {
        var complaints = new List<string>(Read(script));
        if (!MigrationScripts.IsTransactional(script))
            return complaints;

        var before = await SchemaState.Of(connection);
        await connection.ExecuteAsync(script);
        var after = await SchemaState.Of(connection);

        complaints.AddRange(Compare(before, after, script));
        complaints.AddRange(await Locks(connection, before, script));
        return complaints;
    }

    private static IEnumerable<string> Read(string script)
    {
        if (LockTable().IsMatch(script))
            yield return "lock-table: no table is locked by hand; lock_timeout and small steps do";
        if (Qualified().IsMatch(script))
            yield return "schema-name: the schema is the address's, not always public";
        if (!MigrationScripts.IsTransactional(script) && !MigrationScripts.Commands(script).Select(Bare).SequenceEqual(Repeatable(script)))
            yield return "no-transaction: outside of a transaction only what can be repeated: drop index concurrently if exists X, then create index concurrently X";
    }

    private static IEnumerable<string> Compare(SchemaState before, SchemaState after, string script)
    {
        if (before.Transaction != after.Transaction)
            yield return "own-transaction: the script ends the transaction that it is given";
        if (after.LockTimeout is <= 0 or > 10_000 || after.StatementTimeout is <= 0 or > 3_600_000)
            yield return "unbounded: lock_timeout up to 10s and statement_timeout up to 1h stay on";

        foreach (var index in after.Indexes.Where(index => !before.Indexes.ContainsKey(index.Key) && before.Tables.ContainsKey(index.Value)))
            yield return $"blocking-index: {index.Key} stops all writing to {index.Value} while it is built; create index concurrently, in a script of its own";
        foreach (var table in before.Tables.Where(table => after.Tables.TryGetValue(table.Key, out var file) && file != table.Value))
            yield return $"rewrite: {table.Key} is written anew, and nobody reads it meanwhile";
        foreach (var constraint in after.Checked.Where(constraint => !before.Constraints.Contains(constraint.Key) && before.Tables.ContainsKey(constraint.Value)))
            yield return $"not-valid-first: {constraint.Key} reads all of {constraint.Value} under its lock; add it NOT VALID, validate it in the next script";
        foreach (var column in after.NotNull.Where(column => !before.NotNull.Contains(column) && before.Columns.ContainsKey(column) && !before.Proven.Contains(column)))
            yield return $"not-null: {column} is read whole under the lock; a validated CHECK (… IS NOT NULL) first makes it free";
        if (!Contract().IsMatch(script))
        {
            foreach (var gone in before.Columns.Where(column => !after.Columns.TryGetValue(column.Key, out var type) || type != column.Value).Select(column => column.Key).Concat(before.Functions.Except(after.Functions)))
                yield return $"contract: {gone} was there for the program of the last version; say in a line '-- contract: …' since when nobody needs it";
        }
    }

    private static async Task<IEnumerable<string>> Locks(NpgsqlConnection connection, SchemaState before, string script)
    {
        var locks = (await connection.QueryAsync<(string Table, string Mode)>(
            """
            select relation::regclass::text, mode from pg_locks join pg_class on pg_class.oid = relation
             where pid = pg_backend_pid() and locktype = 'relation' and relkind in ('r', 'p')
            """)).Where(taken => before.Tables.ContainsKey(taken.Table)).ToList();
        var closed = locks.Where(taken => taken.Mode is "AccessExclusiveLock").Select(taken => taken.Table).Distinct().Order(StringComparer.Ordinal).ToList();
        var written = locks.Where(taken => taken.Mode is "RowExclusiveLock").Select(taken => taken.Table).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. closed.Count > 1 ? [$"lock-order: {string.Join(", ", closed)} are closed at once; one script for each"] : Array.Empty<string>(),
            .. written.Count > 0 && !Rows().IsMatch(script) ? [$"rows: {string.Join(", ", written)}: say in a line '-- rows: …' how few rows are written, or how they are taken in portions"] : Array.Empty<string>(),
        ];
    }

    private static string Bare(string statement) => Space().Replace(Comment().Replace(statement, ""), " ").Trim().ToLowerInvariant();

    /// <summary>The statements that may stand there; one that may not is left out, so that the sequences differ.</summary>
    private static IEnumerable<string> Repeatable(string script)
    {
        var dropped = "";
        foreach (var statement in MigrationScripts.Commands(script).Select(Bare))
        {
            var drop = DropIndex().Match(statement);
            var create = CreateIndex().Match(statement);
            if (drop.Success || (create.Success && create.Groups[1].Value == dropped))
                yield return statement;

            dropped = drop.Groups[1].Value;
        }
    }

    [GeneratedRegex(@"^\s*lock\s+(table\s+)?\w+", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex LockTable();

    [GeneratedRegex(@"\bpublic\s*\.\s*\w", RegexOptions.IgnoreCase)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^-- contract: \S", RegexOptions.Multiline)]
    private static partial Regex Contract();

    [GeneratedRegex(@"^-- rows: \S", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^drop index concurrently if exists (\w+)$")]
    private static partial Regex DropIndex();

    [GeneratedRegex(@"^create (?:unique )?index concurrently (\w+) on ")]
    private static partial Regex CreateIndex();
}
