namespace Joonbi.Tests.Scripts;

/// <summary>restore-db.sh on a real server: the same data again, and nothing replaced by something damaged.</summary>
[Category("Slow")]
internal sealed class RestoreTests
{
    private BackedUpHouse house = null!;
    private string before = null!;

    private string Backup => house.Finished().Single();

    [SetUp]
    public async Task BackUp()
    {
        Script.Demands("postgresql-client", "pg_dump");
        house = await BackedUpHouse.Build("restore");
        before = await house.Everything();
        (await house.BackUp()).Succeeded();
    }

    [TearDown]
    public Task Demolish() => house?.Demolish() ?? Task.CompletedTask;

    [Test]
    public async Task What_was_destroyed_comes_back_to_the_last_row_and_byte()
    {
        await house.Destroy();

        (await house.Restore("--yes", "latest")).Succeeded();

        Assert.That(await house.Everything(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_comes_back_can_be_read_by_the_server_that_hands_it_out()
    {
        await house.Destroy();

        (await house.Restore("--yes", "latest")).Succeeded();

        var closed = await Script.Program("find", house.Uploads, "(", "-type", "d", "!", "-perm", "-755", ")", "-o", "(", "-type", "f", "!", "-perm", "-644", ")");
        Assert.That(closed, Is.EqualTo(new Said(0, "")));
    }

    [Test]
    public async Task What_it_replaces_is_kept()
    {
        var newer = await house.Add([7, 7, 7]);
        await house.Execute("delete from odd where id % 2 = 0");
        var present = await house.Everything(house.Database);

        (await house.Restore("--yes", Backup)).Succeeded();

        Assert.That(await house.Everything(), Is.EqualTo(before));
        var kept = (await house.DatabasesLike($"{house.Database}_before_%")).Single();
        Assert.That(await house.Everything(kept), Is.EqualTo(present));
        var aside = Directory.GetDirectories(Path.GetDirectoryName(house.Uploads)!, "uploads_before_*").Single();
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(aside, newer)), Is.EqualTo(new byte[] { 7, 7, 7 }));
    }

    [Test]
    public async Task It_asks_and_takes_nothing_but_the_databases_name_for_a_yes()
    {
        await house.Execute("delete from odd");
        var present = await house.Everything();

        var said = await Script.Run("deploy/scripts/restore-db.sh", [Backup], house.Settings, "yes\n");

        Assert.That(said.Text, Does.Contain("취소했습니다"));
        Assert.That(await house.Everything(), Is.EqualTo(present));
        (await Script.Run("deploy/scripts/restore-db.sh", [Backup], house.Settings, house.Database + "\n")).Succeeded();
        Assert.That(await house.Everything(), Is.EqualTo(before));
    }
}
