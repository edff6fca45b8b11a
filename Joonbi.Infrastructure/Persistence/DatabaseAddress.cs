using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>Turns a <c>postgresql://user:password@host:port/name?schema=public</c> address into Npgsql's own form.</summary>
public static class DatabaseAddress
{
    /// <summary>The parameters that an address may carry after its question mark; <c>schema</c> becomes the search path.</summary>
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["schema"] = "Search Path",
        ["sslmode"] = "SSL Mode",
        ["connect_timeout"] = "Timeout",
        ["connection_limit"] = "Maximum Pool Size",
        ["application_name"] = "Application Name",
    };

    /// <exception cref="FormatException">It is not such an address; the message is Korean and names no secret.</exception>
    public static string ToConnectionString(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgresql" or "postgres"))
            throw new FormatException("postgresql://사용자:비밀번호@호스트:포트/이름 형식이어야 합니다.");

        var user = uri.UserInfo.Split(':', 2);
        var name = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (uri.Host.Length == 0 || name.Length == 0 || user[0].Length == 0)
            throw new FormatException("사용자, 호스트, 데이터베이스 이름이 모두 있어야 합니다.");

        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = name,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null,
            ApplicationName = "joonbi",
            // Instants inside jsonb are spelt in the session's zone; the server's own may be Seoul.
            Timezone = "UTC",
            MaxAutoPrepare = 100,

            // Nothing of ours stays behind in a session but prepared statements, so there is nothing to undo each time one is handed on.
            NoResetOnClose = true,

            // A crowd is served faster by few connections in turn than by many at once, as long as its requests may wait for theirs.
            MaxPoolSize = 30,
            Timeout = 15,

            // No statement of ours takes a second; one that gets no answer must not hold its request for long.
            CommandTimeout = 10,
            CancellationTimeout = 1_000,
            KeepAlive = 15,
        };

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (!Parameters.TryGetValue(parts[0], out var key))
                throw new FormatException($"'{parts[0]}'은(는) 알 수 없는 매개변수입니다.");

            settings[key] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
        }

        return settings.ConnectionString;
    }
}
