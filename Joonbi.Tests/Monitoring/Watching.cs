using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Monitoring;

/// <summary>The rules and the dashboard that the project ships.</summary>
internal static partial class Watching
{
    private static readonly string[] Words = ["and", "or", "unless", "offset", "bool", "inf", "nan"];

    /// <summary>Every expression of a rule or of a panel.</summary>
    public static IReadOnlyList<string> Expressions { get; } = [.. RuleExpressions(), .. Panels().SelectMany(panel => panel.Expressions)];

    /// <summary>The alerts, in the order of the file.</summary>
    public static IReadOnlyList<Alert> Alerts { get; } =
    [
        .. AlertBlock().Matches(Rules()).Select(alert => new Alert(alert.Groups["name"].Value, alert.Groups["severity"].Value, alert.Groups["summary"].Value.Trim('"'), alert.Groups["about"].Value)),
    ];

    public static IEnumerable<(string Title, string[] Expressions)> Panels()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(ProjectFiles.Path("deploy", "monitoring", "grafana", "dashboards", "joonbi.json")));
        return
        [
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray()
                .Where(panel => panel.GetProperty("type").GetString() != "row")
                .Select(panel => (panel.GetProperty("title").GetString()!, panel.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("expr").GetString()!).ToArray())),
        ];
    }

    /// <summary>The series that an expression reads.</summary>
    public static IEnumerable<string> Names(string expression)
    {
        var bare = Grouping().Replace(Range().Replace(Selector().Replace(Text().Replace(expression, ""), ""), ""), "");
        return Identifier().Matches(bare).Select(name => name.Value).Where(name => !Words.Contains(name)).Distinct();
    }

    /// <summary>What an expression asks of the labels of a series.</summary>
    public static IEnumerable<Wanted> Labels(string expression) =>
        from selector in Selected().Matches(expression)
        from matcher in Matcher().Matches(selector.Groups["matchers"].Value)
        select new Wanted(selector.Groups["name"].Value, matcher.Groups["label"].Value, matcher.Groups["sign"].Value == "=" ? matcher.Groups["value"].Value : null);

    private static string Rules() => File.ReadAllText(ProjectFiles.Path("deploy", "monitoring", "rules", "joonbi.yml"));

    private static IEnumerable<string> RuleExpressions() =>
        Expression().Matches(Rules()).Select(expression => string.Join(' ', expression.Groups["text"].Value.Split('\n').Select(line => line.Trim())));

    [GeneratedRegex(@"expr: (?:>-)?(?<text>(?:.*)(?:\n {10,}.*)*)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"- alert: (?<name>\w+)\n.*?severity: (?<severity>\w+).*?summary: (?<summary>[^\n]+)\n\s+description: (?<about>[^\n]+)", RegexOptions.Singleline)]
    private static partial Regex AlertBlock();

    [GeneratedRegex("(?<name>[a-zA-Z_:][\\w:]*)\\{(?<matchers>(?:[^}\"]|\"[^\"]*\")*)\\}")]
    private static partial Regex Selected();

    [GeneratedRegex("(?<label>\\w+)\\s*(?<sign>=~|!~|!=|=)\\s*\"(?<value>[^\"]*)\"")]
    private static partial Regex Matcher();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\b[a-zA-Z_:][\w:]*\b(?!\s*\()")]
    private static partial Regex Identifier();

    /// <summary>One rule that may ring.</summary>
    internal sealed record Alert(string Name, string Severity, string Summary, string About);

    /// <summary>A label, and the one value that is asked for, if it is one.</summary>
    internal sealed record Wanted(string Series, string Label, string? Value);
}
