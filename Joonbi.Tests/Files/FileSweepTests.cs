using Joonbi.Application.Files;
using Joonbi.Infrastructure.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Files;

internal sealed class FileSweepTests(Storage storage) : FileTest(storage)
{
    [Test]
    public async Task An_upload_that_nobody_attached_for_a_day_is_removed_with_its_bytes()
    {
        var file = await Stored.Upload(await Customer());
        var key = await KeyOf(file);
        await Age(file, hours: 25);

        await Sweep();

        Assert.That((await Rows(), Kept.Has(key)), Is.EqualTo((0, false)));
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
            Assert.That(Kept.Has(await KeyOf(file)));
    }

    [Test]
    public async Task Bytes_that_a_crash_left_without_a_row_are_removed_after_a_day()
    {
        var store = App.Services.GetRequiredService<IFileStore>();
        var (old, young) = ((await store.Save(new MemoryStream([1]), 1, default)).Key, (await store.Save(new MemoryStream([1]), 1, default)).Key);
        Touch(old, hours: 25);
        Touch(young, hours: 23);

        await Sweep();

        Assert.That((Kept.Has(old), Kept.Has(young)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task What_was_begun_and_never_finished_is_removed_and_what_is_not_ours_stays()
    {
        await Kept.LeaveUnfinished(At(hours: 25));
        await Kept.LeaveForeign("README.txt", At(hours: 25));

        await Sweep();

        Assert.That((Kept.Count(), Kept.Has("README.txt")), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task What_was_begun_a_moment_ago_may_still_be_finished()
    {
        await Kept.LeaveUnfinished(At(hours: 23));

        await Sweep();

        Assert.That(Kept.Count(), Is.EqualTo(1));
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

        Assert.That(keys.All(Kept.Has));
        foreach (var key in keys)
            await store.Delete(key, default);
    }

    [Test]
    public async Task While_one_replica_sweeps_another_does_not()
    {
        var file = await Stored.Upload(await Customer());
        await Age(file, hours: 25);

        await using (await App.Hold(FileSweep.Lock))
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

    private async Task Age(Guid file, int hours)
    {
        await App.Execute("update files set created_at = @at where id = @file", new { file, at = At(hours) });
        Touch(await KeyOf(file), hours);
    }

    private void Touch(string key, int hours) => Kept.Age(key, At(hours));

    /// <summary>So many hours ago.</summary>
    private static DateTimeOffset At(int hours) => App.Clock.GetUtcNow().AddHours(-hours);

    private static async Task<string> KeyOf(Guid file) => (await App.Sql<string>("select storage_key from files where id = @file", new { file }))!;

    private static Task<int> Rows() => App.Sql<int>("select count(*)::int from files");
}
