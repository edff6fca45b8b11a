using Joonbi.Application.Files;
using Joonbi.Infrastructure.Files;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Files;

internal sealed class FileSweepTests : ApiTest
{
    [Test]
    public async Task An_upload_that_nobody_attached_for_a_day_is_removed_with_its_bytes()
    {
        var file = await Stored.Upload(await Customer());
        var path = await PathOf(file);
        await Age(file, hours: 25);

        await Sweep();

        Assert.That((await Rows(), File.Exists(path)), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task A_younger_one_and_those_in_use_stay()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        var (young, attachment, document) = (await Stored.Upload(customer), await Stored.Attachment(customer, id), await Stored.Document(id));
        await Age(young, hours: 23);
        await Age(attachment, hours: 1_000);
        await Age(document, hours: 1_000);

        await Sweep();

        foreach (var file in new[] { young, attachment, document })
            Assert.That(File.Exists(await PathOf(file)));
    }

    [Test]
    public async Task Bytes_that_a_crash_left_without_a_row_are_removed_after_a_day()
    {
        var store = App.Services.GetRequiredService<IFileStore>();
        var (old, young) = ((await store.Save(new MemoryStream([1]), 1, default)).Key, (await store.Save(new MemoryStream([1]), 1, default)).Key);
        Touch(old, hours: 25);
        Touch(young, hours: 23);

        await Sweep();

        Assert.That((Exists(old), Exists(young)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task What_was_begun_and_never_finished_is_removed_and_what_is_not_ours_stays()
    {
        var half = Path.Combine(App.Files.FullName, "incoming", "0123456789abcdef0123456789abcdef");
        var foreign = Path.Combine(App.Files.FullName, "README.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(half)!);
        foreach (var path in new[] { half, foreign })
        {
            await File.WriteAllTextAsync(path, "");
            File.SetLastWriteTimeUtc(path, App.Clock.GetUtcNow().AddHours(-25).UtcDateTime);
        }

        await Sweep();

        Assert.That((File.Exists(half), File.Exists(foreign)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_store_that_belongs_to_another_database_is_left_alone()
    {
        var store = App.Services.GetRequiredService<IFileStore>();
        var keys = new List<string>();
        for (var i = 0; i < FileSweep.Suspicious; i++)
            keys.Add((await store.Save(new MemoryStream([1]), 1, default)).Key);
        keys.ForEach(key => Touch(key, hours: 25));

        await Sweep();

        Assert.That(keys.All(Exists));
        foreach (var key in keys)
            await store.Delete(key, default);
    }

    [Test]
    public async Task While_one_replica_sweeps_another_does_not()
    {
        var file = await Stored.Upload(await Customer());
        await Age(file, hours: 25);
        await using var other = await App.Services.GetRequiredService<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
        await using var taken = new Npgsql.NpgsqlCommand($"select pg_advisory_lock({FileSweep.Lock})", other);
        await taken.ExecuteNonQueryAsync();

        await Sweep();

        Assert.That(await Rows(), Is.EqualTo(1));
    }

    [Test]
    public async Task Sweeping_twice_at_once_does_no_harm()
    {
        var customer = await Customer();
        for (var i = 0; i < 20; i++)
            await Age(await Stored.Upload(customer), hours: 25);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sweep()));
        await Sweep();

        Assert.That(await Rows(), Is.Zero);
    }

    private static Task Sweep() => App.Services.GetRequiredService<FileSweep>().Sweep(default);

    private static async Task Age(Guid file, int hours)
    {
        await App.Execute("update files set created_at = @at where id = @file", new { file, at = App.Clock.GetUtcNow().AddHours(-hours) });
        Touch((await App.Sql<string>("select storage_key from files where id = @file", new { file }))!, hours);
    }

    private static void Touch(string key, int hours) =>
        File.SetLastWriteTimeUtc(Path.Combine(App.Files.FullName, key), App.Clock.GetUtcNow().AddHours(-hours).UtcDateTime);

    private static bool Exists(string key) => File.Exists(Path.Combine(App.Files.FullName, key));

    private static async Task<string> PathOf(Guid file) => Path.Combine(App.Files.FullName, (await App.Sql<string>("select storage_key from files where id = @file", new { file }))!);

    private static Task<int> Rows() => App.Sql<int>("select count(*)::int from files");
}
