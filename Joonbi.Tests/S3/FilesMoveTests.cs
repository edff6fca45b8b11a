using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Files;
using Joonbi.Infrastructure.S3;
using Joonbi.Tests.Files;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.S3;

/// <summary><c>files move</c> as an operator runs it: beside the service, with customers at their downloads, and not always to its end.</summary>
internal sealed class FilesMoveTests : ProcessTest
{
    private const int Files = 120, Kills = 8;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("joonbi-moving-");
    private S3Server server = null!;
    private Kept inBucket = null!;

    protected override (string Name, string Value)[] Further =>
        [.. server.Settings.Select(pair => (pair.Key, pair.Value)), ("UPLOAD_PATH", folder.FullName), ("ACCEL_REDIRECT", "/uploads/")];

    protected override async Task Prepare()
    {
        server = await S3Server.Start();
        inBucket = new KeptInBucket(server);
    }

    [OneTimeTearDown]
    public async Task EndTheServer()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task Killed_again_and_again_it_brings_every_file_over_and_nobody_who_reads_notices()
    {
        var token = await Customer();
        var files = await FillTheFolder();
        using var enough = new CancellationTokenSource();
        var (reads, wrong) = (0, new ConcurrentQueue<string>());
        var readers = Enumerable.Range(0, 3).Select(seed => ReadOn(seed, files, token, () => Interlocked.Increment(ref reads), wrong, enough.Token)).ToList();

        for (var kill = 0; kill < Kills; kill++)
            await MoveUntilKilled();

        var readsSoFar = reads;
        var (code, output) = await Move();
        await enough.CancelAsync();
        await Task.WhenAll(readers);
        TestContext.Out.WriteLine($"{readsSoFar} reads during {Kills} kills, {reads} in all; at last: {output}");

        Assert.That((code, wrong), Is.EqualTo((0, Array.Empty<string>())), output);
        Assert.That(output, Does.Contain("모든 파일을 옮겼습니다."));
        Assert.That(readsSoFar, Is.GreaterThan(50));
        Assert.That(folder.EnumerateFiles("*", SearchOption.AllDirectories), Is.Empty);
        using var connection = server.Connect();
        var bucket = new S3FileStore(connection, new RandomSource(TimeProvider.System));
        await bucket.DropUnfinished(TimeProvider.System.GetUtcNow().AddDays(1), default);
        Assert.That(inBucket.Count(), Is.EqualTo(Files));
        foreach (var (_, key, sha256) in files)
        {
            await using var content = await bucket.Open(key, default);
            Assert.That(await SHA256.HashDataAsync(content), Is.EqualTo(sha256), key);
        }
    }

    [TestCase("64", "files", "move", "--to", "disk")]
    [TestCase("1", "files", "move", "--to", "local", Description = "new files go to S3")]
    public async Task What_makes_no_sense_is_refused(string code, params string[] command)
    {
        using var program = Api.Command(command);
        var complaint = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode.ToString(), Is.EqualTo(code), complaint);
        Assert.That(complaint, Does.Match("[가-힣]"));
    }

    /// <summary>Files of every size that matters: most are small, some go in parts.</summary>
    private async Task<IReadOnlyList<(Guid Id, string Key, byte[] Sha256)>> FillTheFolder()
    {
        var random = new RandomSource(TimeProvider.System);
        var store = new LocalFileStore(FileStoreTests.SettingsFor(folder.FullName), random);
        var files = new List<(Guid, string, byte[])>();
        for (var i = 0; i < Files; i++)
        {
            var stored = await store.Save(new MemoryStream(RandomNumberGenerator.GetBytes(i % 10 == 0 ? 6_000_000 : 1 + (i * 1_000))), long.MaxValue, default);
            var id = random.NextId();
            await Execute(
                """
                insert into files (id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at)
                select @id, id, 'ATTACHMENT', @Key, '사진.png', 'image/png', @Size, @Sha256, now() from users
                """,
                new { id, stored.Key, stored.Size, stored.Sha256 });
            files.Add((id, stored.Key, stored.Sha256));
        }

        return files;
    }

    private async Task ReadOn(int seed, IReadOnlyList<(Guid Id, string Key, byte[] Sha256)> files, string token, Action count, ConcurrentQueue<string> wrong, CancellationToken enough)
    {
        using var client = new HttpClient { BaseAddress = Api.Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var i = seed; !enough.IsCancellationRequested; i += 7)
        {
            var file = files[i % files.Count];
            using var answer = await client.GetAsync($"/api/files/{file.Id}/content", CancellationToken.None);
            if (!answer.IsSuccessStatusCode || !SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(CancellationToken.None)).SequenceEqual(file.Sha256))
                wrong.Enqueue($"{file.Key}: {answer.StatusCode}");

            count();
        }
    }

    /// <summary>Killed as soon as some more files have come over, wherever it is then.</summary>
    private async Task MoveUntilKilled()
    {
        var before = inBucket.Count();
        using var program = Api.Command("files", "move", "--to", "s3");
        while (inBucket.Count() < before + 4)
        {
            Assert.That(program.HasExited, Is.False, "It was quicker than the kill.");
            await Task.Delay(5);
        }

        program.Kill();
        await program.WaitForExitAsync();
    }

    private async Task<(int Code, string Output)> Move()
    {
        using var program = Api.Command("files", "move", "--to", "s3");
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, await output + await errors);
    }
}
