namespace Joonbi.Domain.Screening;

/// <summary>Why a text is refused. The names are also the rejection's codes.</summary>
public enum ScreeningCategory
{
    /// <summary>The studio does not work for this trade.</summary>
    ForbiddenContent,

    /// <summary>The studio does not build such things.</summary>
    OutOfScope,
}

/// <summary>
/// One rule, as a person of the studio writes it. In terms and exceptions a space stands for any amount of space, also none;
/// a Korean term begins a word unless a leading <c>*</c> lets it stand inside one ("*도박" finds "온라인도박"); a Latin term is
/// a whole word unless a trailing <c>*</c> lets it go on. <c>…</c> in an exception bridges a few words of the same sentence.
/// </summary>
/// <param name="Category">What a hit means.</param>
/// <param name="Name">What the studio calls it.</param>
/// <param name="Terms">The words that hit.</param>
/// <param name="Unless">Harmless phrases: a hit inside one of them is none.</param>
/// <param name="Reason">Korean, shown to the customer.</param>
public sealed record ScreeningRule(
    ScreeningCategory Category,
    string Name,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Unless,
    string Reason)
{
    /// <summary>False for a term or an exception that no text could hold: stars, dots or invisible letters alone.</summary>
    public static bool IsReadable(string phrase) => new Phrase(phrase).IsReadable;
}

/// <summary>The rule that refuses a text, with the words that set it off.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Term">The term of it.</param>
/// <param name="Excerpt">The words around the hit, for the person who judges the rule.</param>
public sealed record ScreeningHit(ScreeningRule Rule, string Term, string Excerpt);

/// <summary>Why a term that was found refuses nothing.</summary>
public enum Excuse
{
    /// <summary>It stands inside one of the rule's harmless phrases.</summary>
    Phrase,

    /// <summary>The sentence takes it back.</summary>
    Negation,

    /// <summary>It stands in a row with a word that is excused.</summary>
    Enumeration,
}

/// <summary>A term that was found, with where and whether it counts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Term">The term of it.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Excuse">Why it does not count; null when it does.</param>
/// <param name="Phrase">The exception that excuses it.</param>
public sealed record ScreeningFinding(ScreeningRule Rule, string Term, int Start, int End, Excuse? Excuse, string? Phrase);
