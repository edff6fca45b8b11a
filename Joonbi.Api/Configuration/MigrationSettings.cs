using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Api.Configuration;

/// <summary>Who changes the schema, and whether a starting service does.</summary>
/// <param name="ConnectionString">As the schema's owner; empty when no address is set.</param>
/// <param name="OnStart">A starting service migrates first, and serves only what it has brought up to date.</param>
internal sealed record MigrationSettings(string ConnectionString, bool OnStart)
{
    public static MigrationSettings Read(SettingsReader reader, string database)
    {
        var owner = reader.Text("MIGRATION_DATABASE_URL", "스키마 소유자의 PostgreSQL 주소. 없으면 DATABASE_URL을 씁니다.", "", secret: true, check: text => text.Length == 0 ? null : Problem(text));
        return new MigrationSettings(
            (owner.Length > 0 ? owner : database) is { Length: > 0 } address ? DatabaseAddress.ToConnectionString(address) : "",
            reader.Flag("MIGRATE_ON_START", "서비스를 시작할 때 먼저 마이그레이션합니다.", false));
    }

    /// <summary>For commands that must run where nothing else is set up yet.</summary>
    /// <param name="complaint">Korean; null when there is an address.</param>
    public static MigrationSettings FromEnvironment(out string? complaint)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var settings = Read(reader, reader.Text("DATABASE_URL", "", "", secret: true, check: text => text.Length == 0 ? null : Problem(text)));
        complaint = reader.Reports.FirstOrDefault(report => report.Problem is not null) is { } bad ? $"{bad.Name}: {bad.Problem}"
            : settings.ConnectionString.Length == 0 ? "MIGRATION_DATABASE_URL 또는 DATABASE_URL을 설정해야 합니다."
            : null;
        return settings;
    }

    /// <returns>Korean; null when it is an address.</returns>
    public static string? Problem(string address)
    {
        try
        {
            DatabaseAddress.ToConnectionString(address);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return exception is FormatException ? exception.Message : "매개변수의 값이 올바르지 않습니다.";
        }
    }
}
