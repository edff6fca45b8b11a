using System.Diagnostics;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Sandbox;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary><c>deploy/scripts/init-db.sh</c> on a server that knows nothing of Joonbi, and that writes down every statement.</summary>
[Category("Slow")]
internal sealed class InitDbTests
{
    private const string Database = "준비 db";
    private const string OwnerPassword = "owner-pass-0123456789";
    private const string AppPassword = "app'pass\"with\\odd $chars";

    private PrivateCluster cluster = null!;
    private Uri superuser = null!;

    [SetUp]
    public async Task StartABareServer()
    {
        cluster = await PrivateCluster.CreateEmpty();
        superuser = new Uri(cluster.Superuser("postgres"));
        await using var connection = await Connect("postgres", Uri.UnescapeDataString(superuser.UserInfo.Split(':')[1]), "postgres");
        foreach (var sql in new[] { "drop database joonbi", "drop role joonbi_app, joonbi_readonly, joonbi_owner", "alter system set log_statement = 'all'", "alter system set log_min_duration_statement = 0", "select pg_reload_conf()" })
            await connection.ExecuteAsync(sql);
    }

    [TearDown]
    public async Task StopIt() => await cluster.DisposeAsync();

    [Test]
    public async Task Makes_roles_and_database_and_may_be_run_again()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, OwnerPassword);
        var (code, said) = await Run(("DB_NAME", Database), ("DB_OWNER_PASSWORD_FILE", secret), ("DB_APP_PASSWORD", AppPassword));
        Assert.That(code, Is.Zero, said);

        (code, said) = await Run(("DB_NAME", Database), ("DB_OWNER_PASSWORD_FILE", secret));
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("joonbi_app: DB_APP_PASSWORD 이(가) 없어 비밀번호를 바꾸지 않았습니다."));

        await using var owner = await Connect("joonbi_owner", OwnerPassword, Database);
        new Migrator(owner.ConnectionString + $";Password={OwnerPassword}").Migrate();
        await using var app = await Connect("joonbi_app", AppPassword, Database);
        Assert.That(await app.QuerySingleAsync<int>("select count(*)::int from prices"), Is.Positive);
        Assert.That(() => app.ExecuteAsync("create table intruder (id int)"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => Connect("joonbi_readonly", "", Database), Throws.InstanceOf<NpgsqlException>(), "without a password nobody gets in");
        foreach (var place in new[] { said, cluster.Log })
            Assert.That(place, Does.Not.Contain("owner-pass").And.Not.Contain("odd $chars"));
        Assert.That(cluster.Log, Does.Contain("alter role joonbi_owner login"), "the log does write down statements");
    }

    [Test]
    public async Task Refuses_a_weak_password_or_a_missing_file_before_it_changes_anything()
    {
        foreach (var bad in new[] { ("DB_APP_PASSWORD", "short"), ("DB_APP_PASSWORD_FILE", "/nowhere/secret") })
        {
            var (code, said) = await Run(("DB_OWNER_PASSWORD", OwnerPassword), bad);
            Assert.That(code, Is.EqualTo(1), said);
            Assert.That(said, Does.Contain("다음에 할 일: "));
        }

        Assert.That(cluster.Log, Does.Not.Contain("alter role joonbi_owner"));
    }

    [Test]
    public async Task Leaves_the_images_own_entrypoint_alive_which_sources_it()
    {
        var (code, said) = await Bash("set -Eeo pipefail; . \"$1\"; echo \"still here\"", ("DB_OWNER_PASSWORD", OwnerPassword), ("POSTGRES_USER", "postgres"), ("POSTGRES_DB", "joonbi"));

        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.EndWith("still here\n"));
        await (await Connect("joonbi_owner", OwnerPassword, "joonbi")).DisposeAsync();
    }

    private Task<(int Code, string Said)> Run(params (string Name, string Value)[] settings) => Bash("exec bash \"$1\"", settings);

    private async Task<(int Code, string Said)> Bash(string command, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("bash", ["-c", command, "bash", ProjectFiles.Path("deploy/scripts/init-db.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("PGHOST", superuser.Host), ("PGPORT", $"{superuser.Port}"), ("PGUSER", "postgres"), ("PGPASSWORD", Uri.UnescapeDataString(superuser.UserInfo.Split(':')[1])) }.Concat(settings))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await errors + await output);
    }

    private async Task<NpgsqlConnection> Connect(string role, string password, string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = superuser.Host, Port = superuser.Port, Username = role, Password = password, Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
