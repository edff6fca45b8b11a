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
/// Brings a database to this version's schema: the scripts of <c>db/migrations</c>, each in its own transaction (unless it says
/// otherwise), in order of their names, once. Any number of starters may call it at once, and one that was killed is completed by the next.
/// </summary>
public sealed class Migrator
{
    private const int Tries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string connectionString;
    private readonly IReadOnlyList<SqlScript> scripts;

    /// <param name="connectionString">Npgsql's form; the role must own the schema.</param>
    public Migrator(string connectionString)
        : this(connectionString, MigrationScripts.All)
    {
    }

    internal Migrator(string connectionString, IReadOnlyList<SqlScript> scripts) => (this.connectionString, this.scripts) = (connectionString, scripts);

    /// <summary>Runs what is missing.</summary>
    /// <returns>The names of the scripts that ran here.</returns>
    /// <exception cref="InvalidOperationException">A script failed; the scripts before it stay.</exception>
    public IReadOnlyList<string> Migrate()
    {
        var missing = Inspect().Where(state => !state.Applied).Select(state => state.Name).ToHashSet();
        return [.. scripts.Where(script => missing.Contains(script.Name)).Where(Apply).Select(script => script.Name)];
    }

    /// <summary>Every script with what the journal says of it. Reads only.</summary>
    public IReadOnlyList<MigrationState> Inspect()
    {
        using var connection = Open();
        var applied = ChecksumJournal.Read(connection.CreateCommand);
        return
        [
            .. scripts.Select(script => new MigrationState(
                script.Name,
                applied.ContainsKey(script.Name),
                !applied.TryGetValue(script.Name, out var checksum) || checksum == MigrationScripts.Checksum(script.Contents),
                Known: true)),
            .. applied.Keys.Except(scripts.Select(script => script.Name)).Order(StringComparer.Ordinal)
                .Select(name => new MigrationState(name, Applied: true, Unchanged: true, Known: false)),
        ];
    }

    /// <summary>One text for psql that does, by hand, what <see cref="Migrate"/> would: the missing scripts and their journal entries.</summary>
    public string Script()
    {
        var missing = Inspect().Where(state => !state.Applied).Select(state => state.Name).ToHashSet();
        var schema = new NpgsqlConnectionStringBuilder(connectionString).SearchPath ?? "public";
        return MigrationText.Write(schema, scripts.Where(script => missing.Contains(script.Name)));
    }

    /// <summary>A server that is just starting, or whose name a network that is just being made does not know yet, is waited for.</summary>
    private NpgsqlConnection Open()
    {
        for (var tried = 1; ; tried++)
        {
            var connection = new NpgsqlConnection(connectionString);
            try
            {
                connection.Open();
                return connection;
            }
            catch (NpgsqlException unreachable)
            {
                connection.Dispose();
                if (tried == Tries || !unreachable.IsTransient)
                    throw;

                Thread.Sleep(Pause);
            }
        }
    }

    /// <returns>False when somebody else had been quicker.</returns>
    private bool Apply(SqlScript script)
    {
        for (var tried = 1; ; tried++)
        {
            var result = Upgrade(script);
            if (result.Successful)
                return result.Scripts.Any();
            if (tried == Tries || !IsInTheWay(result.Error))
                throw new InvalidOperationException($"마이그레이션 {script.Name} 실패: {result.Error.Message}", result.Error);

            Thread.Sleep(Pause);
        }
    }

    private DatabaseUpgradeResult Upgrade(SqlScript script)
    {
        var transactional = MigrationScripts.IsTransactional(script.Contents);
        var builder = DeployChanges.To
            .PostgresqlDatabase(new MigrationSession(connectionString, transactional))
            .WithScript(script)
            .WithVariablesDisabled()
            .JournalTo((connections, _) => new ChecksumJournal(connections))
            .LogTo(new NoOpUpgradeLog());
        return (transactional ? builder.WithTransactionPerScript() : builder.WithoutTransaction()).Build().PerformUpgrade();
    }

    private static bool IsInTheWay(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected };
}
