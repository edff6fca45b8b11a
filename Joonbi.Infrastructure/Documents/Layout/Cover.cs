using System.Globalization;
using Joonbi.Application.Documents;
using Joonbi.Infrastructure.Documents.Reading;
using Joonbi.Infrastructure.Documents.Typography;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>The first page, and the footers of all others.</summary>
internal sealed class Cover(Typesetter typesetter, InlineReader inlines, DocumentSource source)
{
    private const string House = "준비스튜디오";
    private const float TitleBottom = 372;
    private const float FactsTop = 716;
    private const int MaxTitleLines = 3;

    public List<Mark> Page()
    {
        List<Mark> page = [new BoxMark(SKRect.Create(0, 0, Sheet.Width, 9), HouseStyle.Accent)];
        Write(page, House, HouseStyle.CoverBrand, 58);

        var title = Lines(source.Title, HouseStyle.CoverTitle);
        var top = TitleBottom - title.Count * HouseStyle.CoverTitle.Leading;
        page.Add(new BoxMark(SKRect.Create(Sheet.Left, top - 24, 36, 4), HouseStyle.Accent));
        Write(page, title, HouseStyle.CoverTitle, top);
        Write(page, Lines(source.ProjectName, HouseStyle.CoverProject), HouseStyle.CoverProject, TitleBottom + 14);

        page.Add(new BoxMark(SKRect.Create(Sheet.Left, FactsTop - 18, Sheet.TextWidth, HouseStyle.RuleThickness), HouseStyle.Hairline));
        WriteFact(page, Sheet.Left, "작성일", $"{source.Date.Year}년 {source.Date.Month}월 {source.Date.Day}일");
        WriteFact(page, Sheet.Left + 170, "작성", House);
        return page;
    }

    /// <summary>The cover counts as the first page, so that the number printed is the number a viewer shows, but bears none.</summary>
    public void AddFooters(List<List<Mark>> pages)
    {
        for (var i = 1; i < pages.Count; i++)
        {
            var type = HouseStyle.Footer;
            var number = typesetter.Lines($"{i + 1} / {pages.Count}", type)[0];
            pages[i].Add(new BoxMark(SKRect.Create(Sheet.Left, Sheet.FooterTop - 8, Sheet.TextWidth, HouseStyle.RuleThickness), HouseStyle.Hairline));
            pages[i].AddRange(LineMarks.Of(number, type, Sheet.Left + Sheet.TextWidth - number.Width, Sheet.FooterTop));
            pages[i].AddRange(LineMarks.Of(RunningText(type, Sheet.TextWidth - number.Width - 30), type, Sheet.Left, Sheet.FooterTop));
        }
    }

    private Line RunningText(TextType type, float width)
    {
        var text = inlines.Plain($"{source.ProjectName}  ·  {source.Title}".ReplaceLineEndings(" ")).Text;
        var whole = typesetter.Lines(text, type, width);
        if (whole.Count <= 1)
            return whole.FirstOrDefault() ?? new Line([]);

        var characters = new StringInfo(text);
        var kept = characters.LengthInTextElements;
        Line line;
        do
        {
            kept--;
            line = typesetter.Lines(characters.SubstringByTextElements(0, kept) + "…", type)[0];
        }
        while (kept > 1 && line.Width > width);
        return line;
    }

    private List<Line> Lines(string text, TextType type) =>
        [.. typesetter.Lines([inlines.Plain(text.ReplaceLineEndings(" "))], type, Sheet.TextWidth).Take(MaxTitleLines)];

    private void WriteFact(List<Mark> page, float x, string label, string fact)
    {
        page.AddRange(LineMarks.Of(typesetter.Lines(label, HouseStyle.CoverLabel)[0], HouseStyle.CoverLabel, x, FactsTop));
        page.AddRange(LineMarks.Of(typesetter.Lines(fact, HouseStyle.CoverFact)[0], HouseStyle.CoverFact, x, FactsTop + 17));
    }

    private void Write(List<Mark> page, string text, TextType type, float top) => Write(page, typesetter.Lines(text, type), type, top);

    private static void Write(List<Mark> page, List<Line> lines, TextType type, float top)
    {
        for (var i = 0; i < lines.Count; i++)
            page.AddRange(LineMarks.Of(lines[i], type, Sheet.Left, top + i * type.Leading));
    }
}
