using System.Text.RegularExpressions;

namespace Joonbi.Domain.Screening;

/// <summary>
/// Whether the sentence around a word takes the word back: "앱은 필요 없어요", "도박 사이트가 아닙니다", "no mobile app". What only
/// looks like a negation ("앱뿐만 아니라", "앱이 없어서 만들고 싶어요", "앱은 안 되나요?") is none.
/// </summary>
internal static partial class Negation
{
    private const int Before = 40;
    private const int After = 60;

    /// <summary>Nouns that go with the word: none of them ends a clause or is an object of another verb.</summary>
    private const string Nouns = @"[^\s,.!?]{0,6}(?:\s(?!\S*(?:을|를|데|서|면|다|요|죠|니까|(?<!광)고)\s)[^\s,.!?]{1,8}){0,2}";

    /// <summary>Nouns that may stand between the word and "without".</summary>
    private const string Act = @"(?:이|가|은|는|도)?(?:\s?(?:설치|개발|제작|기능|관련|내용|요소|서비스|사이트|다운로드|가입|연동|출시)(?:이|가|은|는|도)?)?";

    public static bool Covers(string text, int start, int end) =>
        AfterWord().IsMatch(Sentence(text, end)) || BeforeWord().IsMatch(text[Math.Max(0, start - Before)..start]);

    private static string Sentence(string text, int from)
    {
        var to = from;
        while (to < text.Length && to < from + After && !ScreenedText.EndsSentence(text[to]))
            to++;

        // The mark belongs to it: a question negates nothing.
        return text[from..Math.Min(to + 1, text.Length)];
    }

    [GeneratedRegex(
        "^(?:"
        + Nouns + @"(?:이|가|은|는|도|것이|건|게)\s?(?:절대\s?|전혀\s?)?아(?:니(?!면|라면)|닙|닌|님|녜)"
        + "|" + Nouns + @"\s?(?:필요(?:는|가|도|까지는)?\s?(?:없|하지(?:는)?\s?않|치\s?않|하진\s?않)|불필요|안\s?필요)"
        + "|" + Nouns + @"\s?(?:계획|예정|생각|의도|의향|목적)\S{0,2}\s?(?:없|아니|아닙)"
        + "|" + Nouns + @"\s?(?:상관|관련|관계)\S{0,2}\s?(?:없(?!나|을까)|무관)"
        + "|" + Act + @"\s?(?:없이|없어도|없는\s|없고|없음)"
        + "|" + Nouns + @"\s(?:\S{1,6}\s)?\S{0,6}지(?:는|도)?\s?(?:않(?!나|을까|으면|습니까)|말)"
        + "|" + Nouns + @"\s안\s?(?:만들|해도|하고|할|합|넣|쓰|써도|팔|취급|다루|다룹)"
        + "|" + Nouns + @"\s?(?:제외|빼고|빼\s?주|말고|금지)"
        + @"|[\s-]*(?:is|are)?\s?(?:not\s(?:needed|required|necessary|wanted|included|planned)|n't\s(?:needed|required|necessary)|[\s-]free\b)"
        + ")",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterWord();

    [GeneratedRegex(@"(?:^|[^a-z])(?:no(?:\sneed\sfor)?|without|not(?!\s(?:only|just))|non|exclud(?:e|es|ing)|(?:do|does)(?:n't|\snot)\s(?:need|want|require|include))[\s-](?:(?:a|an|any|the|our)\s)?(?:[a-z]+\s)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeWord();
}
