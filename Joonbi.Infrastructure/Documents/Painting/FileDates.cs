using System.Text;

namespace Joonbi.Infrastructure.Documents.Painting;

/// <summary>
/// SkiaSharp writes the dates of a file with the time zone of the machine, so that the same document would differ from host to host.
/// The zone is overwritten by Korea's, where the day on the cover is meant; its length is fixed, and no offset in the file moves.
/// </summary>
internal static class FileDates
{
    private const int DateLength = 14; // yyyyMMddHHmmss
    private static readonly byte[][] Markers = [.. ((string[])["/CreationDate (D:", "/ModDate (D:"]).Select(Encoding.ASCII.GetBytes)];

    public static void SetInKorea(Span<byte> pdf)
    {
        foreach (var marker in Markers)
        {
            // The first is the right one: the dates stand in the first object, and brackets inside of other entries are escaped.
            var start = pdf.IndexOf(marker);
            if (start < 0)
                throw new InvalidOperationException("SkiaSharp no longer writes its dates in the known form.");
            "+09'00'"u8.CopyTo(pdf[(start + marker.Length + DateLength)..]);
        }
    }
}
