using Joonbi.Infrastructure.Documents.Typography;
using Markdig.Syntax.Inlines;

namespace Joonbi.Infrastructure.Documents.Reading;

/// <summary>The inside of a paragraph as runs of styled text. HTML is printed as it was typed; only a line break means what it says.</summary>
internal sealed class InlineReader(FontShelf fonts)
{
    public List<Run> Read(ContainerInline? inlines)
    {
        List<Run> runs = [];
        if (inlines is not null)
            AddChildren(inlines, default, runs);
        return runs;
    }

    public Run Plain(string text) => Printed(text, default);

    private void AddChildren(ContainerInline parent, TextStyle style, List<Run> runs)
    {
        foreach (var inline in parent)
            Add(inline, style, runs);
    }

    private void Add(Inline inline, TextStyle style, List<Run> runs)
    {
        switch (inline)
        {
            case LiteralInline literal:
                runs.Add(Printed(literal.Content.ToString(), style));
                break;
            case CodeInline code:
                runs.Add(Printed(code.Content, style with { Code = true }));
                break;
            case LineBreakInline lineBreak:
                runs.Add(new Run(lineBreak.IsHard ? "\n" : " ", style));
                break;
            case HtmlEntityInline entity:
                runs.Add(Printed(entity.Transcoded.ToString(), style));
                break;
            case HtmlInline html:
                AddHtml(html.Tag, style, runs);
                break;
            case AutolinkInline address:
                runs.Add(Printed(address.Url, style with { Link = SafeLink.Of(address.IsEmail ? "mailto:" + address.Url : address.Url) }));
                break;
            case LinkInline { IsImage: true } image:
                AddImage(image, style, runs);
                break;
            case LinkInline link:
                AddChildren(link, style with { Link = SafeLink.Of(link.Url) ?? style.Link }, runs);
                break;
            case EmphasisInline emphasis:
                AddChildren(emphasis, Emphasized(style, emphasis), runs);
                break;
            case DelimiterInline unmatched:
                runs.Add(Printed(unmatched.ToLiteral(), style));
                AddChildren(unmatched, style, runs);
                break;
            case ContainerInline container:
                AddChildren(container, style, runs);
                break;
        }
    }

    private static TextStyle Emphasized(TextStyle style, EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', _) => style with { Struck = true },
        (_, 1) => style with { Italic = true },
        _ => style with { Bold = true },
    };

    private void AddHtml(string tag, TextStyle style, List<Run> runs)
    {
        var isLineBreak = tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) && tag.AsSpan(3).Trim(" /").SequenceEqual(">");
        if (isLineBreak)
            runs.Add(new Run("\n", style));
        else if (!tag.StartsWith("<!--", StringComparison.Ordinal))
            runs.Add(Printed(tag, style));
    }

    /// <summary>A picture would have to be fetched, and a server that fetches what a text tells it to is a gift to attackers.</summary>
    private void AddImage(LinkInline image, TextStyle style, List<Run> runs)
    {
        var linked = style with { Link = SafeLink.Of(image.Url) ?? style.Link };
        runs.Add(new Run("[그림: ", linked));
        if (image.FirstChild is null)
            runs.Add(Printed(image.Url ?? "", linked));
        AddChildren(image, linked, runs);
        runs.Add(new Run("]", linked));
    }

    private Run Printed(string text, TextStyle style) => new(PrintableText.For(fonts, text), style);
}
