namespace Joonbi.Tests.Scripts;

/// <summary>Every shell script of the repository, as shellcheck reads it.</summary>
[Category("Slow")]
internal sealed class ShellTests
{
    private static readonly string[] Skipped = ["node_modules", "bin", "obj", ".git", ".tools", "TestResults", "artifacts", "data"];

    [Test]
    public async Task Shellcheck_has_nothing_to_say()
    {
        Script.Demands("shellcheck", "shellcheck");
        var scripts = Scripts(Script.Root).ToArray();
        Assert.That(scripts, Has.Length.GreaterThan(10));

        var said = await Script.Program("shellcheck", ["--color=never", .. scripts]);

        Assert.That(said.Code, Is.Zero, said.Text);
    }

    private static IEnumerable<string> Scripts(string folder) =>
        Directory.EnumerateFiles(folder).Where(IsScript)
            .Concat(Directory.EnumerateDirectories(folder).Where(below => !Skipped.Contains(Path.GetFileName(below))).SelectMany(Scripts));

    private static bool IsScript(string file)
    {
        if (file.EndsWith(".sh", StringComparison.Ordinal))
            return true;

        if (Path.HasExtension(file))
            return false;

        using var reader = new StreamReader(file);
        return reader.ReadLine() is { } first && first.StartsWith("#!", StringComparison.Ordinal) && first.EndsWith("sh", StringComparison.Ordinal);
    }
}
