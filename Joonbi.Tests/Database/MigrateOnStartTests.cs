using System.Net;
using System.Text.Json;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Database;

/// <summary><c>MIGRATE_ON_START</c>, with services as processes.</summary>
[Category("Slow")]
internal sealed class MigrateOnStartTests : DatabaseTest
{
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("joonbi-files-");
    private Vendors vendors = null!;

    [OneTimeSetUp]
    public async Task StartTheVendors() => vendors = await Vendors.Start();

    [OneTimeTearDown]
    public async Task EndTheVendors()
    {
        await vendors.DisposeAsync();
        files.Delete(recursive: true);
    }

    [Test]
    public async Task Two_services_that_start_at_once_migrate_once_and_serve()
    {
        await using var one = Service(("MIGRATE_ON_START", "on"));
        await using var other = Service(("MIGRATE_ON_START", "on"));

        await Task.WhenAll(one.Start(), other.Start());

        IEnumerable<string> Scripts() => one.Lines.Concat(other.Lines).Select(Migrated).OfType<string>();
        await Until(() => Task.FromResult(Scripts().Count() >= MigrationScripts.All.Count), "each script is told");
        Assert.That(Scripts(), Is.EquivalentTo(MigrationScripts.All.Select(script => script.Name)));
        foreach (var service in new[] { one, other })
            Assert.That((await service.Http.GetAsync("/api/prices")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Without_it_a_service_leaves_the_schema_alone()
    {
        await using var service = Service();
        var start = service.Start();

        await Until(async () => await Status(service) == HttpStatusCode.ServiceUnavailable, "it is up, and not ready");
        Assert.That(await Sql<string>("select to_regclass('schema_migrations')::text"), Is.Null);

        new Migrator(ConnectionString).Migrate();
        await start;
    }

    [Test]
    public async Task A_service_that_cannot_migrate_does_not_serve()
    {
        await using var service = Service(("MIGRATE_ON_START", "on"), ("MIGRATION_DATABASE_URL", TestRun.AddressFor("joonbi_app", new Uri(Owner).AbsolutePath[1..])));

        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
            Assert.That(async () => await service.Start(), Throws.InstanceOf<AssertionException>().With.Message.StartsWith("The service ended with 1"));

        await Until(() => Task.FromResult(service.Lines.Any(line => line.Contains("so the service does not start: ", StringComparison.Ordinal))), "it says why");
    }

    private ApiProcess Service(params (string Name, string Value)[] further) =>
        new(new Uri(Owner).AbsolutePath[1..], vendors, files.FullName, [("MIGRATION_DATABASE_URL", Owner), ("LOG_LEVEL", "Information"), .. further]);

    private static async Task<HttpStatusCode?> Status(ApiProcess service)
    {
        try
        {
            return (await service.Http.GetAsync("/api/health/ready")).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string? Migrated(string line) =>
        line.StartsWith('{') && JsonSerializer.Deserialize<JsonElement>(line).TryGetProperty("Script", out var script) ? script.GetString() : null;
}
