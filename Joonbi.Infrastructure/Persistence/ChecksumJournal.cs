using System.Data;
using DbUp.Engine;
using DbUp.Engine.Transactions;
using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>
/// DbUp's memory of what ran, with a checksum for each script, so that <c>migrate --verify</c> finds one that was edited after
/// it had been applied.
/// </summary>
internal sealed class ChecksumJournal(Func<IConnectionManager> connections) : IJournal
{
    public const string Create =
        """
        create table if not exists schema_migrations (
            name        text primary key,
            checksum    text not null,
            applied_at  timestamptz not null
        )
        """;

    public static IReadOnlyDictionary<string, string> Read(Func<IDbCommand> commands)
    {
        using var exists = commands();
        exists.CommandText = "select to_regclass('schema_migrations') is not null";
        var applied = new Dictionary<string, string>();
        if (exists.ExecuteScalar() is not true)
            return applied;

        using var command = commands();
        command.CommandText = "select name, checksum from schema_migrations";
        using var rows = command.ExecuteReader();
        while (rows.Read())
            applied.Add(rows.GetString(0), rows.GetString(1));

        return applied;
    }

    public string[] GetExecutedScripts() => [.. connections().ExecuteCommandsWithManagedConnection(Read).Keys];

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        using var command = dbCommandFactory();
        command.CommandText = "insert into schema_migrations (name, checksum, applied_at) values (@name, @checksum, now())";
        command.Parameters.Add(new NpgsqlParameter("name", script.Name));
        command.Parameters.Add(new NpgsqlParameter("checksum", MigrationScripts.Checksum(script.Contents)));
        command.ExecuteNonQuery();
    }

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        using var command = dbCommandFactory();
        command.CommandText = Create;
        command.ExecuteNonQuery();
    }
}
