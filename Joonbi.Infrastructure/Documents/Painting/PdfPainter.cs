using Joonbi.Application.Documents;
using Joonbi.Infrastructure.Documents.Layout;
using Joonbi.Infrastructure.Documents.Typography;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Painting;

/// <summary>Draws finished pages with Skia. Everything of Skia lives and dies within one document: its memory is not the collector's.</summary>
internal static class PdfPainter
{
    public static byte[] Paint(List<List<Mark>> pages, FontShelf fonts, DocumentSource source, CancellationToken ct)
    {
        using var ink = Inks.For(pages, fonts);
        using var file = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(file, Metadata(source)))
        {
            foreach (var page in pages)
            {
                ct.ThrowIfCancellationRequested();
                using var canvas = pdf.BeginPage(Sheet.Width, Sheet.Height);
                foreach (var mark in page)
                    Draw(canvas, mark, ink);
                pdf.EndPage();
            }

            pdf.Close();
        }

        var bytes = file.ToArray();
        FileDates.SetInKorea(bytes);
        return bytes;
    }

    /// <summary>Dated by the document and not by the clock, or the same text would never give the same bytes.</summary>
    private static SKDocumentPdfMetadata Metadata(DocumentSource source) => new()
    {
        Title = $"{source.Title} · {source.ProjectName}",
        Author = "준비스튜디오",
        Creator = "Joonbi",
        Creation = source.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        Modified = source.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        EncodingQuality = 101,
        RasterDpi = 72,
    };

    private static void Draw(SKCanvas canvas, Mark mark, Inks ink)
    {
        switch (mark)
        {
            case BoxMark box:
                canvas.DrawRect(box.Area, ink.Paint(box.Fill));
                break;
            case TextMark text:
                using (var blob = SKTextBlob.CreateHorizontal(text.Text, ink.Font(text), text.Places, 0))
                    canvas.DrawText(blob, text.X, text.Baseline, ink.Paint(text.Colour));
                break;
            case LinkMark link:
                canvas.DrawUrlAnnotation(link.Area, link.Address)?.Dispose();
                break;
        }
    }
}
