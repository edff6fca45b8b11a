using Dapper;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>What <see cref="Inspection"/> compares: the schema as one transaction sees it, and the transaction itself.</summary>
internal sealed record SchemaState(
    string Transaction,
    long LockTimeout,
    long StatementTimeout,
    Dictionary<string, long> Tables,
    Dictionary<string, string> Columns,
    HashSet<string> NotNull,
    HashSet<string> Proven,
    Dictionary<string, string> Indexes,
    HashSet<string> Constraints,
    Dictionary<string, string> Checked,
    HashSet<string> Functions)
{
    private const string Relations = "select oid, relkind, relfilenode from pg_class where relnamespace in (current_schema()::regnamespace, to_regnamespace('monitor')) and relkind in ('r', 'p', 'v')";

    public static async Task<SchemaState> Of(NpgsqlConnection connection)
    {
        var constraints = (await connection.QueryAsync<(string Name, string Table, bool Reads)>(
            "select conrelid::regclass || '.' || conname, conrelid::regclass::text, contype in ('c', 'f') and convalidated from pg_constraint where conrelid <> 0 and contype <> 'n'")).ToList();
        return new SchemaState(
            await connection.QuerySingleAsync<string>("select pg_current_xact_id()::text"),
            await connection.QuerySingleAsync<long>("select setting::bigint from pg_settings where name = 'lock_timeout'"),
            await connection.QuerySingleAsync<long>("select setting::bigint from pg_settings where name = 'statement_timeout'"),
            (await connection.QueryAsync<(string Table, long File)>($"select oid::regclass::text, relfilenode::bigint from ({Relations}) tables where relkind <> 'v'")).ToDictionary(row => row.Table, row => row.File),
            (await connection.QueryAsync<(string Column, string Type)>($"select attrelid::regclass || '.' || attname, format_type(atttypid, atttypmod) from pg_attribute join ({Relations}) tables on oid = attrelid where attnum > 0 and not attisdropped")).ToDictionary(row => row.Column, row => row.Type),
            [.. await connection.QueryAsync<string>($"select attrelid::regclass || '.' || attname from pg_attribute join ({Relations}) tables on oid = attrelid where attnum > 0 and attnotnull and not attisdropped")],
            [.. await connection.QueryAsync<string>("select conrelid::regclass || '.' || attname from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey) where contype = 'c' and convalidated and pg_get_constraintdef(pg_constraint.oid) like '%' || attname || ' IS NOT NULL%'")],
            (await connection.QueryAsync<(string Index, string Table)>($"select indexrelid::regclass::text, indrelid::regclass::text from pg_index join ({Relations}) tables on oid = indrelid")).ToDictionary(row => row.Index, row => row.Table),
            [.. constraints.Select(constraint => constraint.Name)],
            constraints.Where(constraint => constraint.Reads).ToDictionary(constraint => constraint.Name, constraint => constraint.Table),
            [.. await connection.QueryAsync<string>("select oid::regprocedure::text from pg_proc where pronamespace in (current_schema()::regnamespace, to_regnamespace('monitor'))")]);
    }
}
