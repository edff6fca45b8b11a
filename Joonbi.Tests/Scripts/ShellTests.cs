using System.Text.RegularExpressions;

namespace Joonbi.Tests.Scripts;

/// <summary>Every shell script of the repository, as shellcheck reads it.</summary>
[Category("Slow")]
internal sealed partial class ShellTests
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

    /// <summary>It stops reading at the first match; under <c>pipefail</c> whoever still writes then fails the pipeline, three times in a thousand.</summary>
    [Test]
    public void Nothing_is_piped_into_a_grep_that_stops_reading()
    {
        var piped = Scripts(Script.Root)
            .SelectMany(script => File.ReadLines(script).Select((line, index) => (Place: $"{Path.GetRelativePath(Script.Root, script)}:{index + 1}", Line: line)))
            .Where(one => PipedIntoQuietGrep().IsMatch(one.Line));

        Assert.That(piped, Is.Empty);
    }

    [GeneratedRegex(@"(?<!\|)\|\s*grep\s+(-\w*q|.*--quiet)")]
    private static partial Regex PipedIntoQuietGrep();

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
