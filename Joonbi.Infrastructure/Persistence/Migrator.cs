using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>What became of one script, compared with the journal.</summary>
/// <param name="Name">The script's file name.</param>
/// <param name="Applied">The journal has it.</param>
/// <param name="Unchanged">The journal's checksum equals the script's; true for one not yet applied.</param>
/// <param name="Known">This version has the script; false when the journal was written by a newer one.</param>
public sealed record MigrationState(string Name, bool Applied, bool Unchanged, bool Known);

/// <summary>
/// Brings a database to this version's schema: the scripts of <c>db/migrations</c>, each in its own transaction, in order of
/// their names, once. Any number of starters may call it at once; an advisory lock lets one work and the others wait.
/// </summary>
public sealed class Migrator(string connectionString)
{
    private const long LockKey = 0x4A4F4F4E4249; // "JOONBI"

    /// <summary>Runs what is missing.</summary>
    /// <returns>The names of the scripts that ran.</returns>
    /// <exception cref="InvalidOperationException">A script failed; the scripts before it stay.</exception>
    public IReadOnlyList<string> Migrate()
    {
        using var held = Lock();
        var result = DeployChanges.To
            .PostgresqlDatabase(connectionString)
            .WithScripts(Scripts())
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .JournalTo((_, log) => new ChecksumJournal(held, log()))
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();

        return result.Successful
            ? [.. result.Scripts.Select(script => script.Name)]
            : throw new InvalidOperationException($"마이그레이션 {result.ErrorScript?.Name} 실패: {result.Error.Message}", result.Error);
    }

    /// <summary>Every script with what the journal says of it. Reads only.</summary>
    public IReadOnlyList<MigrationState> Inspect()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        var applied = ChecksumJournal.Read(connection);
        var scripts = Scripts();
        return
        [
            .. scripts.Select(script => new MigrationState(
                script.Name,
                applied.ContainsKey(script.Name),
                !applied.TryGetValue(script.Name, out var checksum) || checksum == Checksum(script.Contents),
                Known: true)),
            .. applied.Keys.Except(scripts.Select(script => script.Name)).Order(StringComparer.Ordinal)
                .Select(name => new MigrationState(name, Applied: true, Unchanged: true, Known: false)),
        ];
    }

    /// <summary>One SQL text that does, by hand, what <see cref="Migrate"/> would: the missing scripts and their journal entries.</summary>
    public string Script()
    {
        var missing = Inspect().Where(state => !state.Applied).Select(state => state.Name).ToHashSet();
        var text = new StringBuilder($"-- Joonbi Studio {Assembly.GetExecutingAssembly().GetName().Version}\n\n{ChecksumJournal.Create};\n");
        foreach (var script in Scripts().Where(script => missing.Contains(script.Name)))
        {
            text.Append($"\nbegin;\n-- {script.Name}\n{script.Contents}\n");
            text.Append($"insert into schema_migrations (name, checksum, applied_at) values ('{script.Name}', '{Checksum(script.Contents)}', now());\ncommit;\n");
        }

        return text.ToString();
    }

    internal static string Checksum(string contents) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contents.ReplaceLineEndings("\n"))));

    internal static IReadOnlyList<SqlScript> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new SqlScript(name, Text(assembly, name))),
        ];
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>A connection of its own, unpooled: a pooled one would keep the lock after it is closed.</summary>
    private NpgsqlConnection Lock()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 600 }.ConnectionString);
        connection.Open();
        using var take = new NpgsqlCommand($"select pg_advisory_lock({LockKey})", connection);
        take.ExecuteNonQuery();
        return connection;
    }
}
