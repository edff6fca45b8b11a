using DbUp.Engine.Transactions;
using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>
/// The connection of one script. It holds the lock that lets one starter work while the others wait: in the session that does
/// the work, so that the lock lives as long as the work does, also when the process that ordered it was killed.
/// </summary>
internal sealed class MigrationSession(string connectionString, bool transactional)
    : DatabaseConnectionManager(_ => Open(connectionString, transactional))
{
    public const long LockKey = 0x4A4F4F4E4249; // "JOONBI"

    /// <summary>
    /// A script that waits for a table makes everybody else wait behind it: it gives up soon, and is tried again.
    /// What a killed process has left running ends by itself.
    /// </summary>
    public const string Bounds = "-c lock_timeout=3s -c statement_timeout=15min -c idle_in_transaction_session_timeout=1min -c client_connection_check_interval=2s";

    /// <summary>An index that is built beside the traffic waits for every transaction, and nobody waits for it.</summary>
    public const string BoundsOutsideTransaction = "-c lock_timeout=0 -c statement_timeout=2h -c client_connection_check_interval=2s";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => MigrationScripts.Commands(scriptContents);

    private static NpgsqlConnection Open(string connectionString, bool transactional)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // A pooled connection would keep the lock after it is closed.
            Pooling = false,
            // The server's own time-outs decide: a client that gives up leaves the statement to itself.
            CommandTimeout = 0,
            ApplicationName = "joonbi-migrate",
        };
        // Whoever knows better says so, with the variable that psql reads too.
        settings.Options = $"{(transactional ? Bounds : BoundsOutsideTransaction)} {settings.Options ?? Environment.GetEnvironmentVariable("PGOPTIONS")}".Trim();
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            TakeTheLock(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Asks again and again: a session that waited inside the server would be one of those that an index build waits for.</summary>
    private static void TakeTheLock(NpgsqlConnection connection)
    {
        using var take = new NpgsqlCommand($"select pg_try_advisory_lock({LockKey})", connection);
        for (var waited = TimeSpan.Zero; take.ExecuteScalar() is not true; waited += Pause)
        {
            if (waited > Patience)
                throw new InvalidOperationException($"다른 마이그레이션이 {Patience.TotalMinutes:0}분 넘게 실행 중입니다: {Holder(connection)}");

            Thread.Sleep(Pause);
        }
    }

    private static object? Holder(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand(
            $"""
            select string_agg(format('PID %s (%s)', pid, application_name), ', ') from pg_locks join pg_stat_activity using (pid)
             where locktype = 'advisory' and granted and (classid::bigint << 32) | objid::bigint = {LockKey}
            """,
            connection);
        return ask.ExecuteScalar();
    }
}
