using Joonbi.Domain.Files;

namespace Joonbi.Application.Files;

/// <summary>
/// The kinds of files that are taken, told by their content and never by their name or by what a client claims. Signatures: WHATWG
/// MIME Sniffing (images, PDF, ZIP), ECMA-376 (Office), KS X 6101 (HWPX), Hancom's published HWP 5.0 format.
/// </summary>
/// <param name="ContentType">As it is stored and sent.</param>
/// <param name="Extensions">What its name may end in; the first is the usual one.</param>
internal sealed record FileType(string ContentType, params string[] Extensions)
{
    private const int HeadLength = 1_024;

    private static readonly FileType Webp = new("image/webp", ".webp");
    private static readonly FileType Hwp = new("application/x-hwp", ".hwp");
    private static readonly FileType Text = new("text/plain", ".txt");
    private static readonly FileType Csv = new("text/csv", ".csv");

    private static readonly (byte[] Signature, FileType Type)[] Signatures =
    [
        ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], new("image/png", ".png")),
        ([0xFF, 0xD8, 0xFF], new("image/jpeg", ".jpg", ".jpeg")),
        ([.. "GIF87a"u8], new("image/gif", ".gif")),
        ([.. "GIF89a"u8], new("image/gif", ".gif")),
        ([.. "%PDF-"u8], new("application/pdf", ".pdf")),
        ([.. "HWP Document File V"u8], Hwp),
    ];

    /// <summary>What the content is, or null when it is nothing that is taken.</summary>
    /// <param name="content">Can seek.</param>
    /// <param name="name">Tells CSV from other text, which no content can.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<FileType?> Of(Stream content, string name, CancellationToken ct)
    {
        var buffer = new byte[HeadLength];
        var head = buffer.AsMemory(0, await content.ReadAtLeastAsync(buffer, HeadLength, throwOnEndOfStream: false, ct));
        if (Signatures.FirstOrDefault(known => head.Span.StartsWith(known.Signature)).Type is { } type)
            return type;
        if (head.Span.StartsWith("RIFF"u8))
            return head.Length >= 12 && head.Span[8..12].SequenceEqual("WEBP"u8) ? Webp : null;
        if (head.Span.StartsWith("PK\u0003\u0004"u8))
            return await ZipFile.Recognise(content, ct);
        if (head.Span.StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return await HwpFile.IsOne(content, ct) ? Hwp : null;
        if (PlainText.IsProgram(head.Span) || !await PlainText.IsText(content, ct))
            return null;

        return Csv.Fits(name) ? Csv : Text;
    }

    /// <summary>The name with an ending of this kind, so that a disguised script opens in an editor and not in a browser.</summary>
    public string Named(string name) => Fits(name) ? name : FileNames.Clean(name + Extensions[0]);

    private bool Fits(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
