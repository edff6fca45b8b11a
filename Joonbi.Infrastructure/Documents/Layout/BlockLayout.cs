using Joonbi.Infrastructure.Documents.Reading;
using Joonbi.Infrastructure.Documents.Typography;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>Each kind of block as strips. Recursion follows the nesting of the Markdown, which the reader has limited.</summary>
internal sealed class BlockLayout(Typesetter typesetter, InlineReader inlines)
{
    private readonly TableLayout tables = new(typesetter, inlines);

    /// <summary>Block after block, so that a document of too many pages is refused before all of it is laid out.</summary>
    public IEnumerable<Strip> Lay(IEnumerable<Block> blocks, Frame frame)
    {
        Block? previous = null;
        foreach (var block in WithoutRedundantRules(blocks))
        {
            var strips = LayBlock(block, frame);
            if (strips.Count == 0)
                continue;
            foreach (var strip in strips.WithGap(GapBetween(previous, block)))
                yield return strip;
            previous = block;
        }
    }

    /// <summary>A rule before a heading, or before nothing, says again what the space already says.</summary>
    private static IEnumerable<Block> WithoutRedundantRules(IEnumerable<Block> blocks)
    {
        Block? rule = null;
        foreach (var block in blocks)
        {
            if (rule is not null && block is not HeadingBlock)
                yield return rule;
            rule = block as ThematicBreakBlock;
            if (rule is null)
                yield return block;
        }
    }

    private static float GapBetween(Block? above, Block block) => (above, block) switch
    {
        (null, _) => 0,
        (HeadingBlock { Level: <= 2 }, HeadingBlock) => HouseStyle.BlockGap,
        (_, HeadingBlock heading) => HouseStyle.HeadingGap(heading.Level),
        (HeadingBlock, _) => HouseStyle.ParagraphGap,
        _ when IsSetApart(above) || IsSetApart(block) => HouseStyle.BlockGap,
        (_, ListBlock { Parent: ListItemBlock }) => HouseStyle.ItemGap,
        (_, ListBlock) => HouseStyle.ListGap,
        _ => HouseStyle.ParagraphGap,
    };

    private static bool IsSetApart(Block block) => block is Table or QuoteBlock or CodeBlock or ThematicBreakBlock;

    private List<Strip> LayBlock(Block block, Frame frame) => block switch
    {
        HeadingBlock heading => LayHeading(heading, frame),
        Table table => tables.Lay(table, frame),
        ListBlock list => new ListLayout(typesetter, this).Lay(list, frame),
        QuoteBlock quote => LayQuote(quote, frame),
        CodeBlock code => LayCode(code, frame),
        ThematicBreakBlock => [LayRule(frame)],
        HtmlBlock { Type: HtmlBlockType.Comment } => [],
        HtmlBlock html => LayText([inlines.Plain(html.Lines.ToString())], HouseStyle.Body, frame),
        LinkReferenceDefinitionGroup => [],
        LeafBlock leaf => LayText(inlines.Read(leaf.Inline), HouseStyle.Body, frame),
        ContainerBlock container => [.. Lay(container, frame)],
        _ => [],
    };

    private List<Strip> LayText(List<Run> runs, TextType type, Frame frame) =>
        LinesOf(runs, type, frame).WithoutWidows();

    private List<Strip> LinesOf(List<Run> runs, TextType type, Frame frame) =>
        [.. typesetter.Lines(runs, type, frame.Width).Select(line => new Strip(type.Leading, LineMarks.Of(line, type, frame.Left, 0)))];

    private List<Strip> LayHeading(HeadingBlock heading, Frame frame)
    {
        var type = HouseStyle.Heading(heading.Level);
        var strips = LinesOf(inlines.Read(heading.Inline), type, frame);
        if (heading.Level == 2 && strips.Count > 0)
            strips.Add(Underline(frame));
        return [.. strips.Select(strip => strip with { KeepsWithNext = true })];
    }

    /// <summary>The chapters of a document are found by their rule when one leafs through it.</summary>
    private static Strip Underline(Frame frame) =>
        new(5, [new BoxMark(SKRect.Create(frame.Left, 4, frame.Width, HouseStyle.RuleThickness), HouseStyle.Hairline)]);

    private static Strip LayRule(Frame frame) =>
        new(HouseStyle.RuleThickness, [new BoxMark(SKRect.Create(frame.Left, 0, frame.Width, HouseStyle.RuleThickness), HouseStyle.Hairline)]);

    private List<Strip> LayQuote(QuoteBlock quote, Frame frame)
    {
        List<Strip> strips = [Strip.Space(HouseStyle.CellPaddingY), .. Lay(quote, frame.Indented(HouseStyle.QuoteIndent, HouseStyle.CodePadding)), Strip.Space(HouseStyle.CellPaddingY)];
        return [.. strips.WithoutWidows().Select(strip => strip.WithGapInside()).Select(strip => strip.Over(
            new BoxMark(strip.Band(frame.Left, frame.Width), HouseStyle.Wash),
            new BoxMark(strip.Band(frame.Left, 2.4f), HouseStyle.Accent)))];
    }

    private List<Strip> LayCode(CodeBlock code, Frame frame)
    {
        var type = HouseStyle.Code;
        var text = inlines.Plain(code.Lines.ToString().Replace("\t", "    ")).Text;
        var lines = text.Split('\n').SelectMany(line => typesetter.CodeLines(line, type, frame.Width - 2 * HouseStyle.CodePadding));
        List<Strip> strips =
        [
            Strip.Space(HouseStyle.CodePadding),
            .. lines.Select(line => new Strip(type.Leading, LineMarks.OfCode(line, type, frame.Left + HouseStyle.CodePadding))),
            Strip.Space(HouseStyle.CodePadding),
        ];
        return [.. strips.WithoutWidows().Select(strip => strip.Over(new BoxMark(strip.Band(frame.Left, frame.Width), HouseStyle.CodeWash)))];
    }
}
