namespace Joonbi.Tests.Scripts;

/// <summary>backup-db.sh on a real server: a backup is whole and proven, or there is none.</summary>
[Category("Slow")]
internal sealed class BackupTests
{
    private BackedUpHouse house = null!;

    [OneTimeSetUp]
    public async Task Build()
    {
        Script.Demands("postgresql-client", "pg_dump");
        house = await BackedUpHouse.Build("backup");
    }

    [OneTimeTearDown]
    public Task Demolish() => house?.Demolish() ?? Task.CompletedTask;

    [SetUp]
    public void Empty()
    {
        if (Directory.Exists(house.Backups))
            Directory.Delete(house.Backups, recursive: true);
    }

    [Test]
    public async Task A_backup_holds_what_there_is_and_is_readable_by_its_owner_alone()
    {
        (await house.BackUp()).Succeeded();

        var backup = house.Finished().Single();
        Assert.That(Directory.EnumerateFiles(backup).Select(Path.GetFileName), Is.EquivalentTo(["SHA256SUMS", "about.txt", "database.dump", "properties.sql", "tables.tsv", "uploads.sha256"]));
        Assert.That(Directory.EnumerateFiles(Path.Combine(backup, "uploads"), "*", SearchOption.AllDirectories).Count(), Is.EqualTo(12));
        Assert.That((await Script.Program("find", backup, "-maxdepth", "0", "-perm", "/077")).Text, Is.Empty);
        Assert.That(await house.DatabasesLike("joonbi_backup_check_%"), Is.Empty, "the scratch database is gone");
        (await house.BackUp("--verify", backup)).Succeeded();
    }

    [Test]
    public async Task A_file_that_has_not_changed_lies_on_the_disk_once()
    {
        (await house.BackUp()).Succeeded();
        await Task.Delay(1100);
        (await house.BackUp()).Succeeded();

        var alone = await Script.Program("find", Path.Combine(house.Finished()[1], "uploads"), "-type", "f", "-links", "1");
        Assert.That(alone.Text, Is.Empty);
    }

    [Test]
    public async Task A_file_that_a_row_names_and_that_is_not_there_is_told()
    {
        var key = await house.Add([1, 2, 3]);
        File.Move(house.FileOf(key), house.FileOf(key) + "x");
        try
        {
            (await house.BackUp()).Refused(key);
            Assert.That(house.Finished(), Is.Empty);
            Assert.That(Directory.EnumerateFileSystemEntries(house.Backups), Is.Empty, "nothing half-made stays");
        }
        finally
        {
            await house.Execute("delete from files where storage_key = @key", new { key });
            File.Delete(house.FileOf(key) + "x");
        }
    }

    [Test]
    public async Task A_second_backup_at_once_is_refused_and_a_dead_ones_lock_is_not_in_the_way()
    {
        var holder = Path.Combine(house.Backups, ".lock");
        Directory.CreateDirectory(holder);
        await File.WriteAllTextAsync(Path.Combine(holder, "owner"), "another-host 1");
        (await house.BackUp()).Refused("이미 진행 중");

        await File.WriteAllTextAsync(Path.Combine(holder, "owner"), $"{Environment.MachineName} 999999999");
        (await house.BackUp()).Succeeded();
        Assert.That(Directory.Exists(holder), Is.False);
    }

    [Test]
    public async Task One_that_is_killed_leaves_nothing_that_looks_like_a_backup()
    {
        using (var process = Script.Start("deploy/scripts/backup-db.sh", [], house.Settings))
        {
            while (!process.HasExited && !(await process.StandardOutput.ReadLineAsync() ?? "").Contains("임시 데이터베이스", StringComparison.Ordinal))
            {
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.That(house.Finished(), Is.Empty);
        (await house.BackUp()).Succeeded();
        Assert.That(Directory.EnumerateFileSystemEntries(house.Backups).Select(Path.GetFileName), Is.EquivalentTo([Path.GetFileName(house.Finished().Single()), "metrics"]), "the next one tidies up");
        Assert.That(await house.DatabasesLike("joonbi_backup_check_%"), Is.Empty);
    }

    [Test]
    public async Task Seven_days_four_weeks_and_six_months_are_kept()
    {
        var first = new DateOnly(2025, 1, 1);
        var names = Enumerable.Range(0, 400).Select(day => $"joonbi_{first.AddDays(day):yyyyMMdd}_033000").Append("joonbi_20260204_120000").Append("joonbi_20260203_120000");

        var said = await Script.Run("deploy/scripts/lib/retention.sh", [], new Dictionary<string, string>(), string.Join('\n', names) + "\n");

        said.Succeeded();
        var gone = said.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        Assert.That(names.Where(name => !gone.Contains(name)).Select(name => name[7..]), Is.EquivalentTo(
        [
            "20260204_033000", "20260204_120000", "20260203_120000", "20260202_033000", "20260201_033000", "20260131_033000", "20260130_033000", "20260129_033000",
            "20260125_033000", "20260118_033000", "20251231_033000", "20251130_033000", "20251031_033000", "20250930_033000",
        ]));
    }
}
