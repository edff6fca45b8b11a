using System.Text.RegularExpressions;
using Joonbi.Tests.Configuration;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Deployment;

/// <summary>The example of an installation's settings, against the program that reads them.</summary>
internal sealed partial class EnvironmentTests
{
    private static readonly HashSet<string> Example = [.. Setting().Matches(File.ReadAllText(ProjectFiles.Path("deploy", ".env.example"))).Select(match => match.Groups[1].Value)];

    [Test]
    public void Every_setting_that_must_be_set_is_in_the_example() =>
        Assert.That(SettingsTests.Read().Reports.Where(report => report.Fallback is null).Select(report => report.Name), Is.Not.Empty.And.All.Matches<string>(name => Example.Contains(name) || Example.Contains($"{name}_FILE")));

    [Test]
    public void Every_name_in_the_example_is_read_by_somebody()
    {
        var known = SettingsTests.Read().Reports.Select(report => report.Name).ToHashSet();
        var others = string.Concat(Directory.EnumerateFiles(ProjectFiles.Path("deploy"), "docker-compose*.yml").Concat(Directory.EnumerateFiles(ProjectFiles.Path("deploy", "scripts"), "*", SearchOption.AllDirectories)).Select(File.ReadAllText));

        Assert.That(Example, Has.Count.GreaterThan(20));
        Assert.That(Example.Where(name => !known.Contains(name) && !(name.EndsWith("_FILE", StringComparison.Ordinal) && known.Contains(name[..^5])) && !others.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [GeneratedRegex("^#? ?([A-Z][A-Z0-9_]+)=", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
