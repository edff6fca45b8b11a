using System.Text.RegularExpressions;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Monitoring;

/// <summary>Whoever follows the guide at night must not find that a script, a container or a setting has another name by now.</summary>
internal sealed partial class GuideTests
{
    private static readonly string[] Folders = ["", "deploy", "docs/guide", "deploy/aws"];

    private static readonly string[] Pages =
    [
        .. Directory.GetFiles(ProjectFiles.Path("docs", "guide"), "*.md"),
        ProjectFiles.Path("deploy", "aws", "README.md"),
    ];

    [Test]
    public void Each_alert_has_its_chapter_and_no_chapter_is_left_over()
    {
        var onAws = RingsOnAws().Matches(File.ReadAllText(ProjectFiles.Path("deploy", "aws", "lib", "alarms.ts"))).Select(alarm => alarm.Groups["name"].Value);
        var chapters = Chapter().Matches(File.ReadAllText(ProjectFiles.Path("docs", "guide", "alerts.md"))).Select(chapter => chapter.Groups["name"].Value).ToList();

        Assert.That(chapters, Is.Unique.And.EquivalentTo(Watching.Alerts.Select(alert => alert.Name).Union(onAws)));
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_path_is_there(string page)
    {
        var paths = Paths().Matches(File.ReadAllText(page)).Select(path => path.Value).Distinct().ToList();
        var links = Links().Matches(File.ReadAllText(page)).Select(link => link.Groups["path"].Value).Distinct();

        Assert.That(paths.Where(path => !Folders.Any(folder => Path.Exists(ProjectFiles.Path(folder, path)))), Is.Empty);
        Assert.That(links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link))), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_link_inside_leads_to_a_heading(string page)
    {
        var broken = from link in Anchors().Matches(File.ReadAllText(page))
                     let target = link.Groups["path"].Value is { Length: > 0 } path ? Path.Combine(Path.GetDirectoryName(page)!, path) : page
                     let headings = Heading().Matches(File.ReadAllText(target)).Select(heading => Slug(heading.Groups["text"].Value))
                     where !headings.Contains(link.Groups["anchor"].Value)
                     select link.Value;

        Assert.That(broken, Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_container_is_in_a_compose_file(string page)
    {
        var services = Directory.GetFiles(ProjectFiles.Path("deploy"), "docker-compose*.yml").SelectMany(file => Service().Matches(File.ReadAllText(file))).Select(service => service.Groups["name"].Value).ToHashSet();
        var named = Compose().Matches(File.ReadAllText(page)).Select(command => command.Groups["service"].Value).Where(name => name.Length > 0).Distinct();

        Assert.That(services, Has.Count.GreaterThan(5));
        Assert.That(named.Where(name => !services.Contains(name)), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_command_of_the_program_is_one(string page)
    {
        var usage = File.ReadAllText(ProjectFiles.Path("Joonbi.Api", "Commands.cs"));
        var commands = Program().Matches(File.ReadAllText(page)).Select(command => command.Groups["words"].Value.Trim()).Distinct();

        Assert.That(commands.Where(command => !usage.Contains(string.Join(", ", command.Split(' ').Select(word => $"\"{word}\"")), StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_setting_is_known_somewhere(string page)
    {
        var known = string.Join('\n', new[] { "README.md", "deploy/.env.example", "deploy/docker-compose.yml", "deploy/docker-compose.prod.yml", "deploy/clawdbot/README.md" }
            .Concat(Directory.GetFiles(ProjectFiles.Path("deploy", "scripts"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(ProjectFiles.Root, file)))
            .Select(file => File.ReadAllText(ProjectFiles.Path(file))));
        var settings = Settings().Matches(File.ReadAllText(page)).Select(setting => setting.Groups["name"].Value).Distinct();

        Assert.That(settings.Where(setting => !Regex.IsMatch(known, $@"\b{setting}\b") && !Domain(setting)), Is.Empty);
    }

    /// <summary>Reasons of a flag, states and the like: words of the business, spelt as settings are.</summary>
    private static bool Domain(string word) => Directory.GetFiles(ProjectFiles.Path("db", "migrations")).Any(file => File.ReadAllText(file).Contains($"'{word}'", StringComparison.Ordinal))
        || Directory.GetFiles(ProjectFiles.Path("Joonbi.Infrastructure"), "*.cs", SearchOption.AllDirectories).Any(file => File.ReadAllText(file).Contains($"\"{word}\"", StringComparison.Ordinal));

    private static string Slug(string heading) => NotOfSlugs().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^## (?<name>\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"this\.ring\('(?<name>\w+)'")]
    private static partial Regex RingsOnAws();

    [GeneratedRegex(@"(?<![\w/.~:-])(?:(?:deploy|docs|db|web|scripts|secrets|lib|Joonbi\.\w+)/[\w./-]*\w\.(?:sh|md|yml|ts|json|sql)|docker-compose[\w.]*\.yml|\./joonbi)(?![\w-])")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#\s]*)#(?<anchor>[^)]+)\)")]
    private static partial Regex Anchors();

    [GeneratedRegex(@"^#+ (?<text>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\s가-힣-]")]
    private static partial Regex NotOfSlugs();

    [GeneratedRegex(@"^  (?<name>[a-z][a-z-]+):\s*$", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex(@"docker compose(?: -f \S+| --profile \S+)* (?:exec|logs|restart|start|stop|run|up -d|ps)(?: --tail \d+| --since \w+| --rm| --no-deps| -f)*(?: (?<service>[a-z][a-z-]+))?")]
    private static partial Regex Compose();

    [GeneratedRegex(@"(?:Joonbi\.Api(?:\.dll)?|--no-deps api) (?<words>(?:[a-z]+ ?)+)(?= --|`|$|\s)", RegexOptions.Multiline)]
    private static partial Regex Program();

    [GeneratedRegex(@"`(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9])(?:=[^`]*)?`")]
    private static partial Regex Settings();
}
