using Joonbi.Infrastructure.Documents.Typography;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>Items indented behind their marker: a number, a bullet, or the box of a task.</summary>
internal sealed class ListLayout(Typesetter typesetter, BlockLayout blocks)
{
    public List<Strip> Lay(ListBlock list, Frame frame)
    {
        List<Strip> strips = [];
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var gap = strips.Count == 0 ? 0 : list.IsLoose ? HouseStyle.ListGap : HouseStyle.ItemGap;
            strips.AddRange(LayItem(item, list.IsOrdered ? $"{number++}." : null, frame).WithGap(gap));
        }

        return strips;
    }

    private List<Strip> LayItem(ListItemBlock item, string? number, Frame frame)
    {
        List<Strip> strips = [.. blocks.Lay(item, frame.Indented(HouseStyle.ListIndent))];
        if (strips.Count == 0)
            strips.Add(Strip.Space(HouseStyle.Body.Leading));
        var task = (item.FirstOrDefault() as LeafBlock)?.Inline?.FirstChild as TaskList;
        var (marker, type) = (number, task) switch
        {
            (_, { Checked: true }) => ("☑", HouseStyle.CheckBox),
            (_, { Checked: false }) => ("☐", HouseStyle.CheckBox),
            (not null, _) => (number, HouseStyle.Body),
            _ => ("•", HouseStyle.Bullet),
        };
        strips[0] = strips[0].With(LineMarks.Of(typesetter.Lines(marker, type)[0], type, frame.Left, 0));
        return strips;
    }
}
