namespace Joonbi.Tests.Scripts;

/// <summary>A damaged backup is refused before anything is replaced.</summary>
[Category("Slow")]
internal sealed class DamagedBackupTests
{
    private BackedUpHouse house = null!;
    private string before = null!;
    private string whole = null!;
    private string backup = null!;

    [OneTimeSetUp]
    public async Task BackUp()
    {
        Script.Demands("postgresql-client", "pg_dump");
        house = await BackedUpHouse.Build("damaged");
        before = await house.Everything();
        (await house.BackUp()).Succeeded();
        whole = house.Finished().Single();
    }

    [OneTimeTearDown]
    public Task Demolish() => house?.Demolish() ?? Task.CompletedTask;

    [SetUp]
    public async Task Copy()
    {
        backup = Path.Combine(Path.GetDirectoryName(house.Backups)!, $"copy {TestContext.CurrentContext.Test.ID}");
        Assert.That((await Script.Program("cp", "-R", whole, backup)).Code, Is.Zero);
    }

    [TestCase("database.dump", "손상")]
    [TestCase("tables.tsv", "손상")]
    [TestCase("properties.sql", "손상")]
    [TestCase("uploads", "손상")]
    public async Task One_flipped_bit_is_refused_before_anything_is_replaced(string part, string because)
    {
        var file = part == "uploads" ? Directory.EnumerateFiles(Path.Combine(backup, part), "*", SearchOption.AllDirectories).First() : Path.Combine(backup, part);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await Refused(because);
    }

    [Test]
    public async Task A_truncated_one_is_refused()
    {
        await Truncate();

        await Refused("손상");
    }

    [Test]
    public async Task One_without_its_checksums_is_refused()
    {
        File.Delete(Path.Combine(backup, "SHA256SUMS"));

        await Refused("완성된 백업이 아닙니다");
    }

    [Test]
    public async Task A_damaged_archive_whose_checksum_agrees_is_refused()
    {
        await Truncate();
        await Sign();

        await Refused("끝까지 읽을 수 없습니다");
    }

    [Test]
    public async Task One_whose_rows_are_not_those_that_were_counted_is_refused()
    {
        var tables = Path.Combine(backup, "tables.tsv");
        await File.WriteAllTextAsync(tables, (await File.ReadAllTextAsync(tables)).Replace("public.odd\t500", "public.odd\t501", StringComparison.Ordinal));
        await Sign();

        await Refused("복원한 내용이 백업과 다르거나");
        Assert.That(await house.DatabasesLike($"{house.Database}_restoring_%"), Is.Empty);
    }

    private async Task Refused(string because)
    {
        (await house.Restore("--yes", backup)).Refused(because);

        Assert.That(await house.Everything(), Is.EqualTo(before));
        Assert.That(await house.DatabasesLike($"{house.Database}%"), Is.EqualTo([house.Database]));
    }

    private async Task Truncate()
    {
        var dump = Path.Combine(backup, "database.dump");
        var bytes = await File.ReadAllBytesAsync(dump);
        await File.WriteAllBytesAsync(dump, bytes[..(bytes.Length * 3 / 4)]);
    }

    private async Task Sign() =>
        Assert.That((await Script.Program("bash", "-c", $"cd '{backup}' && sha256sum database.dump tables.tsv properties.sql uploads.sha256 about.txt > SHA256SUMS")).Code, Is.Zero);
}
