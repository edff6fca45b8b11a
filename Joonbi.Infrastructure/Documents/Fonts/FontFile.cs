using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>Puts tables together into a font file: a directory with checksums, then each table on a boundary of four bytes.</summary>
internal static class FontFile
{
    private const int HeaderSize = 12;
    private const int EntrySize = 16;

    /// <param name="tables">In the order of their tags, as the format demands.</param>
    public static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        using var file = new MemoryStream();
        var searchable = 1 << BitOperations.Log2((uint)tables.Count);
        WriteU32(file, 0x00010000);
        WriteU16(file, tables.Count);
        WriteU16(file, searchable * EntrySize);
        WriteU16(file, BitOperations.Log2((uint)tables.Count));
        WriteU16(file, (tables.Count - searchable) * EntrySize);

        var start = HeaderSize + EntrySize * tables.Count;
        foreach (var (tag, table) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            WriteU32(file, Checksum(table));
            WriteU32(file, (uint)start);
            WriteU32(file, (uint)table.Length);
            start += Padded(table.Length);
        }

        foreach (var table in tables.Values)
            WritePadded(file, table);

        return file.ToArray();
    }

    public static void WritePadded(Stream stream, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> padding = [0, 0, 0];
        stream.Write(bytes);
        stream.Write(padding[..(Padded(bytes.Length) - bytes.Length)]);
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (; table.Length >= 4; table = table[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(table);

        Span<byte> rest = stackalloc byte[4];
        table.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }

    private static void WriteU16(Stream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        stream.Write(bytes);
    }

    private static void WriteU32(Stream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }
}
