using System.Text.RegularExpressions;

namespace Joonbi.Domain.Screening;

/// <summary>All rules together, as the judge over a text.</summary>
public sealed partial class RuleBook
{
    private const int Surroundings = 15;
    private readonly Entry[] entries;

    /// <summary>What is forbidden is said first: it is the graver reason.</summary>
    public RuleBook(IEnumerable<ScreeningRule> rules) =>
        entries = [.. rules.OrderBy(rule => rule.Category).ThenBy(rule => rule.Name, StringComparer.Ordinal).Select(rule => new Entry(rule))];

    /// <summary>The first rule that one of the texts breaks, or null.</summary>
    public ScreeningHit? Judge(params IEnumerable<string> texts) =>
        texts.Select(text => JudgeText(ScreenedText.Even(text)))
            .OfType<(Found Found, string Text)>()
            .OrderBy(hit => Array.IndexOf(entries, hit.Found.Entry))
            .Select(hit => new ScreeningHit(hit.Found.Entry.Rule, hit.Found.Term, Excerpt(hit.Text, hit.Found)))
            .FirstOrDefault();

    /// <summary>Every term that stands in the text, in its order, also where it is excused. Offsets count in the text as it was written.</summary>
    public IReadOnlyList<ScreeningFinding> Examine(string text)
    {
        var origins = new List<int>();
        var even = ScreenedText.Even(text, origins);
        int Origin(int at) => at < origins.Count ? origins[at] : text.Length;
        return
        [
            .. Weigh(even).OrderBy(weighed => weighed.Found.Start).ThenBy(weighed => Array.IndexOf(entries, weighed.Found.Entry))
                .Select(weighed => new ScreeningFinding(
                    weighed.Found.Entry.Rule, weighed.Found.Term, Origin(weighed.Found.Start), Origin(weighed.Found.End), weighed.Excuse, weighed.Found.Harmless)),
        ];
    }

    private (Found, string)? JudgeText(string text)
    {
        var guilty = Weigh(text).Where(weighed => weighed.Excuse is null).Select(weighed => weighed.Found).ToList();
        return guilty.Count == 0 ? null : (guilty.OrderBy(hit => Array.IndexOf(entries, hit.Entry)).ThenBy(hit => hit.Start).First(), text);
    }

    private List<(Found Found, Excuse? Excuse)> Weigh(string text)
    {
        var weighed = new List<(Found, Excuse?)>();
        var excused = new HashSet<int>();
        foreach (var hit in entries.SelectMany(entry => entry.In(text)).OrderByDescending(hit => hit.Start))
        {
            // In "도박, 카지노 사이트가 아닙니다" the second word's excuse serves the first as well.
            Excuse? excuse = hit.Harmless is not null ? Excuse.Phrase
                : Negation.Covers(text, hit.Start, hit.End) ? Excuse.Negation
                : excused.Contains(hit.End + Enumeration().Match(text, hit.End).Length) ? Excuse.Enumeration
                : null;
            if (excuse is not null)
                excused.Add(hit.Start);

            weighed.Add((hit, excuse));
        }

        return weighed;
    }

    private static string Excerpt(string text, Found hit) =>
        text[Math.Max(0, hit.Start - Surroundings)..Math.Min(text.Length, hit.End + Surroundings)].Trim();

    [GeneratedRegex(@"\G(?:\s?사이트)?(?:이나|나|와|과|\s?(?:및|또는|혹은|or|and)(?=\s)|\s?[,·/])\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Enumeration();

    private sealed record Found(Entry Entry, string Term, int Start, int End, string? Harmless);

    private sealed class Entry(ScreeningRule rule)
    {
        private readonly (string Written, Phrase Phrase)[] terms = [.. rule.Terms.Select(term => (term, new Phrase(term)))];

        /// <summary>Most briefs meet no term, and then no exception is read.</summary>
        private readonly Lazy<(string Written, Phrase Phrase)[]> exceptions =
            new(() => [.. rule.Unless.Select(phrase => (phrase, new Phrase(phrase, anywhere: true)))], LazyThreadSafetyMode.PublicationOnly);

        public ScreeningRule Rule { get; } = rule;

        public IEnumerable<Found> In(string text)
        {
            var hits = terms.SelectMany(term => term.Phrase.In(text).Select(place => (term.Written, place.Start, place.End))).ToList();
            if (hits.Count == 0)
                return [];

            var harmless = exceptions.Value.SelectMany(exception => exception.Phrase.In(text).Select(place => (exception.Written, place.Start, place.End))).ToList();
            return hits.Select(hit => new Found(
                this, hit.Written, hit.Start, hit.End, harmless.Where(place => place.Start <= hit.Start && hit.End <= place.End).Select(place => place.Written).FirstOrDefault()));
        }
    }
}
