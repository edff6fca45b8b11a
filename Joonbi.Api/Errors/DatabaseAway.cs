using Npgsql;

namespace Joonbi.Api.Errors;

/// <summary>Tells a database that cannot be reached or is going down from one that refuses a statement.</summary>
internal static class DatabaseAway
{
    public static bool Caused(Exception exception) => exception switch
    {
        // 57P01–57P03: shutting down or starting up; 53300: too many connections; 55000: closed to connections; 25006: a standby that
        // is not yet promoted; 08xxx: connection lost. What Npgsql itself says is of a lost connection, no answer, or a pool without a free one.
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "55000" or "25006" } => true,
        PostgresException refusal => refusal.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or TimeoutException => true,
        _ => exception.InnerException is { } inner && Caused(inner),
    };
}
