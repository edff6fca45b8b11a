using Joonbi.Api.Configuration;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Api.Operation;

/// <summary><c>MIGRATE_ON_START</c>: the schema first, then the service. Of several that start at once one works, the others wait for it.</summary>
internal static partial class MigrationAtStart
{
    /// <returns>False when the service must not start.</returns>
    public static bool Migrate(this WebApplication app, MigrationSettings settings)
    {
        try
        {
            foreach (var name in new Migrator(settings.ConnectionString).Migrate())
                LogApplied(app.Logger, name);

            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            LogFailed(app.Logger, exception.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Migrated: {Script}")]
    private static partial void LogApplied(ILogger logger, string script);

    [LoggerMessage(LogLevel.Critical, "The database could not be migrated, so the service does not start: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
