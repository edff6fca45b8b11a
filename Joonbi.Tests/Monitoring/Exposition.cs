using System.Globalization;
using System.Text.RegularExpressions;

namespace Joonbi.Tests.Monitoring;

/// <summary>What <c>/metrics</c> told, sample by sample.</summary>
internal sealed partial class Exposition
{
    private readonly ILookup<string, Sample> samples;

    private Exposition(IEnumerable<Sample> samples) => this.samples = samples.ToLookup(sample => sample.Name);

    public static async Task<Exposition> Of(HttpClient http) => new(
        from line in (await http.GetStringAsync("/metrics")).Split('\n')
        let parts = Line().Match(line)
        where parts.Success
        select new Sample(
            parts.Groups["name"].Value,
            Label().Matches(parts.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value),
            double.Parse(parts.Groups["value"].Value, CultureInfo.InvariantCulture)));

    public bool Has(string name) => samples.Contains(name);

    /// <summary>Null when there is no such figure.</summary>
    public double? Value(string name, string? label = null, string? value = null) =>
        samples[name].Where(sample => label is null || sample.Labels.GetValueOrDefault(label) == value).Select(sample => (double?)sample.Value).FirstOrDefault();

    /// <summary>What a label is worth on the samples of that name.</summary>
    public IReadOnlyList<string> Values(string name, string label) =>
        [.. samples[name].Where(sample => sample.Labels.ContainsKey(label)).Select(sample => sample.Labels[label]).Distinct()];

    private sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][\w:]*)(\{(?<labels>.*)\})? (?<value>\S+)")]
    private static partial Regex Line();

    [GeneratedRegex("(?<name>\\w+)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Label();
}
