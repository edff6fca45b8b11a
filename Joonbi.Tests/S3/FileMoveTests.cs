using Joonbi.Domain;
using Joonbi.Infrastructure.Files;
using Joonbi.Infrastructure.S3;
using Joonbi.Tests.Files;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Joonbi.Tests.S3;

/// <summary>From the folder into the bucket and back.</summary>
internal sealed class FileMoveTests : ApiTest
{
    private Kept inBucket = null!;
    private Kept inFolder = null!;

    protected override Task<JoonbiApp> Chosen => TestRun.OnS3;

    private static LocalFileStore Folder => App.Services.GetRequiredService<LocalFileStore>();

    private static S3FileStore Bucket => App.Services.GetRequiredService<S3FileStore>();

    [SetUp]
    public async Task EmptyBoth()
    {
        (inFolder, inBucket) = (new KeptInFolder(App.Files), new KeptInBucket(await TestRun.S3));
        inFolder.Empty();
        inBucket.Empty();
    }

    [Test]
    public async Task Brings_every_file_over_and_tells_what_it_did()
    {
        var customer = await Customer();
        var files = await InFolder(customer, 3);
        await Stored.Upload(customer);

        var report = await Move();

        Assert.That((report.Moved, report.MovedBytes, report.There, report.IsComplete), Is.EqualTo((3, 3L * Stored.Content.Length, 1, true)));
        Assert.That((inFolder.Count(), inBucket.Count()), Is.EqualTo((0, 4)));
        foreach (var file in files)
            Assert.That(await App.As(customer).GetByteArrayAsync($"/api/files/{file}/content"), Is.EqualTo(Stored.Content));
    }

    [Test]
    public async Task A_second_time_there_is_nothing_to_do()
    {
        await InFolder(await Customer(), 2);
        await Move();

        var again = await Move();

        Assert.That((again.Moved, again.There, again.IsComplete), Is.EqualTo((0, 2, true)));
    }

    [Test]
    public async Task What_is_still_in_the_folder_is_sent_from_there()
    {
        var customer = await Customer();
        var file = (await InFolder(customer, 1)).Single();

        var answer = await App.Unfollowing(customer).GetAsync($"/api/files/{file}/content");

        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(Stored.Content));
    }

    [Test]
    public async Task A_damaged_file_is_named_and_stays_where_it_is()
    {
        var file = (await InFolder(await Customer(), 1)).Single();
        inFolder.Damage(await KeyOf(file));

        var report = await Move();

        Assert.That(report.Left.Single(), Is.EqualTo((await KeyOf(file), "원본의 SHA-256이 기록과 다릅니다.")));
        Assert.That((report.IsComplete, inFolder.Count(), inBucket.Count()), Is.EqualTo((false, 1, 0)));
    }

    [Test]
    public async Task A_lost_file_is_named()
    {
        var file = (await InFolder(await Customer(), 1)).Single();
        await Folder.Delete(await KeyOf(file), default);

        var report = await Move();

        Assert.That((report.IsComplete, report.Left.Single().Reason), Is.EqualTo((false, "양쪽 어디에도 온전한 파일이 없습니다.")));
    }

    [Test]
    public async Task A_copy_that_is_not_whole_is_made_again()
    {
        var key = await KeyOf((await InFolder(await Customer(), 1)).Single());
        await Bucket.SaveAs(key, new MemoryStream(Stored.Content), 100, default);
        inBucket.Damage(key);

        var report = await Move();

        Assert.That((report.Moved, inFolder.Count()), Is.EqualTo((1, 0)));
        await using var content = await Bucket.Open(key, default);
        using var text = new StreamReader(content);
        Assert.That(await text.ReadToEndAsync(), Is.EqualTo("%PDF-1.7 0123456789"));
    }

    [Test]
    public async Task Two_moves_at_once_are_one_too_many()
    {
        await using var other = await App.Hold(FileMove.Lock);

        Assert.ThrowsAsync<ConflictException>(Move);
    }

    [Test]
    public async Task On_the_way_back_the_bucket_keeps_its_copy_until_no_link_leads_there()
    {
        var customer = await Customer();
        await Stored.Upload(customer);
        var back = new FileMove(Bucket, Folder, S3FileStore.LinkLife, App.Services.GetRequiredService<NpgsqlDataSource>(), App.Clock);
        var waiting = new TaskCompletionSource<int>();

        var move = back.Run(progress => { if (progress.Waiting is not null) waiting.TrySetResult(inBucket.Count() + inFolder.Count()); }, default);

        Assert.That(await waiting.Task, Is.EqualTo(2));
        while (!move.IsCompleted)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(10);
        }

        Assert.That(((await move).IsComplete, inBucket.Count(), inFolder.Count()), Is.EqualTo((true, 0, 1)));
    }

    [Test]
    public async Task Who_ends_it_is_told_what_is_done_and_that_it_can_go_on()
    {
        await InFolder(await Customer(), 5);
        using var stop = new CancellationTokenSource();

        var report = await App.Services.GetRequiredService<FileMove>().Run(_ => stop.Cancel(), stop.Token);

        Assert.That((report.IsComplete, report.BrokenOff), Is.EqualTo((false, "멈추라는 신호를 받았습니다.")));
        Assert.That(inFolder.Count() + inBucket.Count(), Is.GreaterThanOrEqualTo(5));
        Assert.That((await Move()).IsComplete);
    }

    private static Task<MoveReport> Move() => App.Services.GetRequiredService<FileMove>().Run(_ => { }, default);

    /// <summary>Files of a time when there was no bucket.</summary>
    private static async Task<IReadOnlyList<Guid>> InFolder(TestUser customer, int count)
    {
        var files = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            files.Add(await Stored.Upload(customer));
            var key = await KeyOf(files[i]);
            await Folder.SaveAs(key, new MemoryStream(Stored.Content), 100, default);
            await Bucket.Delete(key, default);
        }

        return files;
    }

    private static async Task<string> KeyOf(Guid file) => (await App.Sql<string>("select storage_key from files where id = @file", new { file }))!;
}
