using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Database;

/// <summary>The notes of <c>db/rollback</c> do what they say: each leads back to the schema before its script, and from there forward again.</summary>
internal sealed class RollbackTests : DatabaseTest
{
    [Test]
    public async Task Each_leads_back_to_the_schema_before_its_script()
    {
        var pictures = new Dictionary<string, string>();
        var scripts = MigrationScripts.All;
        for (var count = 1; count <= scripts.Count; count++)
        {
            new Migrator(ConnectionString, [.. scripts.Take(count)]).Migrate();
            pictures[scripts[count - 1].Name] = await SchemaPicture.Of(Owner);
        }

        foreach (var (script, before) in scripts.Zip(scripts.Skip(1)).Select(pair => (pair.Second.Name, pair.First.Name)).Reverse())
        {
            await Undo(script);
            Assert.That(await SchemaPicture.Of(Owner), Is.EqualTo(pictures[before]), $"after db/rollback/{script}");
        }

        await Undo(scripts[0].Name);
        Assert.That(await Sql<int>("select count(*)::int from schema_migrations"), Is.Zero);
        Assert.That(await Sql<string>("select string_agg(relname, ', ') from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')"), Is.EqualTo("schema_migrations"));

        new Migrator(ConnectionString).Migrate();
        Assert.That(await SchemaPicture.Of(Owner), Is.EqualTo(pictures[scripts[^1].Name]), "and forward again");
    }

    private async Task Undo(string script)
    {
        await using var connection = await Connect();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(await File.ReadAllTextAsync(ProjectFiles.Path("db/rollback", script)));
        await transaction.CommitAsync();
    }
}
