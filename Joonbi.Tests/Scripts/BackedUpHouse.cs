using System.Security.Cryptography;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Scripts;

/// <summary>A database with rows of many kinds, a folder with the files that the rows name, and a place for backups: all of its own, with spaces in the paths.</summary>
internal sealed class BackedUpHouse
{
    private readonly string home = Directory.CreateTempSubdirectory("joonbi backup ").FullName;

    public string Database { get; private set; } = null!;

    public string Uploads => Path.Combine(home, "up loads");

    public string Backups => Path.Combine(home, "back ups");

    public Dictionary<string, string> Settings => new()
    {
        ["BACKUP_DATABASE_URL"] = TestRun.AddressFor("postgres", Database),
        ["BACKUP_DIR"] = Backups,
        ["BACKUP_UPLOADS"] = Uploads,
        ["ENV_FILE"] = Path.Combine(home, "none"),
        ["PGHOST"] = "",
    };

    public static async Task<BackedUpHouse> Build(string suffix)
    {
        var house = new BackedUpHouse { Database = await TestRun.NewDatabase(suffix) };
        await house.Execute(
            """
            insert into users (id, email, name, password_hash, role, created_at, updated_at)
            select gen_random_uuid(), 'u' || n || '@example.com', '김준비', 'x', 'CUSTOMER', now(), now() from generate_series(1, 50) n;
            do $$ begin execute format('revoke all on database %I from public', current_database()); execute format('grant connect on database %I to joonbi_app', current_database()); end $$;
            create table odd (id bigint generated always as identity, words text, bytes bytea, amount numeric, at timestamptz, list text[], document jsonb);
            insert into odd (words, bytes, amount, at, list, document)
            select E'줄\n바꿈\t탭 ''따옴표'' \\ ' || n, decode(md5(n::text), 'hex'), n / 7.0, now() - n * interval '1 hour', array['가', null, ''], '{"a": [1, null]}' from generate_series(1, 500) n;
            """);
        for (var n = 0; n < 12; n++)
            await house.Add(RandomNumberGenerator.GetBytes(1 + (n * 997)));

        return house;
    }

    /// <summary>A file and its row, as the program leaves them.</summary>
    public async Task<string> Add(byte[] content)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var key = $"{name[..2]}/{name[2..4]}/{name}";
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(key))!);
        await File.WriteAllBytesAsync(FileOf(key), content);
        await Execute(
            "insert into files (id, purpose, storage_key, file_name, content_type, size, sha256, created_at) values (gen_random_uuid(), 'DOCUMENT', @key, 'a.pdf', 'application/pdf', @size, @hash, now())",
            new { key, size = content.Length, hash = SHA256.HashData(content) });
        return key;
    }

    public string FileOf(string key) => Path.Combine(Uploads, key);

    public Task<Said> BackUp(params string[] arguments) => Script.Run("deploy/scripts/backup-db.sh", arguments, Settings);

    public Task<Said> Restore(params string[] arguments) => Script.Run("deploy/scripts/restore-db.sh", arguments, Settings);

    public string[] Finished() => Directory.Exists(Backups) ? [.. Directory.GetDirectories(Backups, "joonbi_*").Order()] : [];

    /// <summary>Every row of every table and every byte of every file, in one text.</summary>
    public async Task<string> Everything(string? database = null)
    {
        await using var connection = Connect(database ?? Database);
        var tables = (await connection.QueryAsync<string>("select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1")).ToArray();
        var lines = new List<string>();
        foreach (var table in tables)
            lines.Add($"{table} {await connection.ExecuteScalarAsync<string>($"select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') from {table} t")}");

        lines.AddRange(await connection.QueryAsync<string>("select a::text from pg_database d, unnest(d.datacl) a where d.datname = current_database() order by 1"));
        if (database is null)
            lines.AddRange(Directory.EnumerateFiles(Uploads, "*", SearchOption.AllDirectories).Order().Select(file => $"{Path.GetRelativePath(Uploads, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));

        return string.Join('\n', lines);
    }

    public Task<IEnumerable<string>> DatabasesLike(string pattern) =>
        Query<string>("postgres", "select datname from pg_database where datname like @pattern order by 1", new { pattern });

    public async Task Execute(string sql, object? parameters = null)
    {
        await using var connection = Connect(Database);
        await connection.ExecuteAsync(sql, parameters);
    }

    public async Task Destroy()
    {
        await TestRun.Drop(Database);
        Directory.Delete(Uploads, recursive: true);
    }

    public async Task Demolish()
    {
        foreach (var name in await DatabasesLike($"{Database}%"))
            await TestRun.Drop(name);

        Directory.Delete(home, recursive: true);
    }

    private static async Task<IEnumerable<T>> Query<T>(string database, string sql, object parameters)
    {
        await using var connection = Connect(database);
        return await connection.QueryAsync<T>(sql, parameters);
    }

    /// <summary>Unpooled: a restore ends the connections of everybody.</summary>
    private static NpgsqlConnection Connect(string database) =>
        new(DatabaseAddress.ToConnectionString(TestRun.AddressFor("postgres", database)) + ";Pooling=false");
}
