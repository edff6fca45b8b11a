using System.Buffers.Binary;
using System.Text;

namespace Joonbi.Application.Files;

/// <summary>
/// Office documents are ZIP archives with certain parts, and the archive's directory names them (PKWARE APPNOTE, 4.3). Only a bounded
/// piece of it is read: a library would load all of it, and a hostile one has millions of entries.
/// </summary>
internal static class ZipFile
{
    private const int EndLength = 22, MaxComment = 65_535, EntryLength = 46, MaxDirectory = 262_144;

    private static readonly (string Part, FileType Type)[] Kinds =
    [
        ("word/document.xml", new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")),
        ("xl/workbook.xml", new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")),
        ("ppt/presentation.xml", new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx")),
        ("Contents/content.hpf", new("application/hwp+zip", ".hwpx")),
    ];

    private static readonly FileType Archive = new("application/zip", ".zip");

    /// <returns>Null when it is no readable archive, or a document with macros.</returns>
    public static async Task<FileType?> Recognise(Stream zip, CancellationToken ct)
    {
        if (await Directory(zip, ct) is not { } directory)
            return null;

        var names = Names(directory);
        return names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            ? null
            : Kinds.FirstOrDefault(kind => names.Contains(kind.Part)).Type ?? Archive;
    }

    private static async Task<byte[]?> Directory(Stream zip, CancellationToken ct)
    {
        var tail = new byte[Math.Min(zip.Length, EndLength + MaxComment)];
        zip.Position = zip.Length - tail.Length;
        await zip.ReadExactlyAsync(tail, ct);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
            return null;

        long size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (offset + size > zip.Length)
            return null;

        var directory = new byte[Math.Min(size, MaxDirectory)];
        zip.Position = offset;
        await zip.ReadExactlyAsync(directory, ct);
        return directory;
    }

    private static HashSet<string> Names(ReadOnlySpan<byte> directory)
    {
        var names = new HashSet<string>();
        while (directory.Length >= EntryLength && directory.StartsWith("PK\u0001\u0002"u8))
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var further = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < EntryLength + length + further)
                break;

            names.Add(Encoding.UTF8.GetString(directory.Slice(EntryLength, length)));
            directory = directory[(EntryLength + length + further)..];
        }

        return names;
    }
}
