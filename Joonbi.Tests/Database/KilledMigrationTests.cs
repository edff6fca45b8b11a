using System.Diagnostics;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary><c>migrate</c> as real processes: killed at random instants, and several at once.</summary>
internal sealed class KilledMigrationTests : DatabaseTest
{
    private const int Kills = 8;
    private const int Seed = 20261125;

    [Test, Category("Slow")]
    public async Task What_a_killed_one_leaves_is_completed_by_the_next()
    {
        var pictures = await PicturesAfterEachScript();
        var random = new Random(Seed);
        var reached = new List<int>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = Migrate();
            await UntilApplied(MigrationScripts.All.Count * kill / (Kills + 2), process);
            await Task.Delay(random.Next(0, 20));
            process.Kill();
            await process.WaitForExitAsync();

            // What was killed has a session left for a moment, which ends without a commit.
            await Until(() => Sql<bool>("select not exists (select from pg_stat_activity where application_name = 'joonbi-migrate' and datname = current_database())"), "no session is left");
            reached.Add(await Applied());
            Assert.That(await SchemaPicture.Of(Owner), Is.EqualTo(pictures[reached[^1]]), $"after {reached[^1]} scripts the schema holds these and nothing of the next");
        }

        Assert.That(reached.Count(count => count < MigrationScripts.All.Count), Is.GreaterThan(Kills / 2), "most were killed half-way");
        using var last = Migrate();
        await last.WaitForExitAsync();
        Assert.That(last.ExitCode, Is.Zero);
        Assert.That(await SchemaPicture.Of(Owner), Is.EqualTo(pictures[^1]));
        using var verify = Migrate("--verify");
        await verify.WaitForExitAsync();
        Assert.That(verify.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Of_four_at_once_each_script_runs_in_one()
    {
        var starters = Enumerable.Range(0, 4).Select(_ => Migrate()).ToArray();
        var said = await Task.WhenAll(starters.Select(starter => starter.StandardOutput.ReadToEndAsync()));
        await Task.WhenAll(starters.Select(starter => starter.WaitForExitAsync()));

        Assert.That(starters.Select(starter => starter.ExitCode), Is.All.Zero);
        var applied = said.SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("적용: ", StringComparison.Ordinal)).Select(line => line[4..]);
        Assert.That(applied, Is.EquivalentTo(MigrationScripts.All.Select(script => script.Name)));
    }

    /// <summary>The schema after none, one, two … scripts, by a migrator that nobody disturbs; the database is empty again afterwards.</summary>
    private async Task<IReadOnlyList<string>> PicturesAfterEachScript()
    {
        var pictures = new List<string> { "" };
        for (var count = 1; count <= MigrationScripts.All.Count; count++)
        {
            new Migrator(ConnectionString, [.. MigrationScripts.All.Take(count)]).Migrate();
            pictures.Add(await SchemaPicture.Of(Owner));
        }

        await DropIt();
        await MakeAnEmptyDatabase();
        pictures[0] = await SchemaPicture.Of(Owner);
        return pictures;
    }

    private Process Migrate(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Joonbi.Api.dll"), "migrate", .. options]) { RedirectStandardOutput = true };
        start.Environment["MIGRATION_DATABASE_URL"] = Owner;
        return Process.Start(start)!;
    }

    private async Task UntilApplied(int count, Process process)
    {
        await using var connection = await Connect();
        while (await Applied(connection) < count && !process.HasExited)
            await Task.Delay(1);
    }

    private async Task<int> Applied()
    {
        await using var connection = await Connect();
        return await Applied(connection);
    }

    private static async Task<int> Applied(NpgsqlConnection connection) =>
        await connection.QuerySingleAsync<bool>("select to_regclass('schema_migrations') is not null") ? await connection.QuerySingleAsync<int>("select count(*)::int from schema_migrations") : 0;
}
