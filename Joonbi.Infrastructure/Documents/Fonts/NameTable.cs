using System.Buffers.Binary;
using System.Text;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>The <c>name</c> table with the two entries that readers look at: the family and the PostScript name.</summary>
internal static class NameTable
{
    private const int HeaderSize = 6;
    private const int RecordSize = 12;
    private static readonly ushort[] FamilyAndPostScriptName = [1, 6];

    public static byte[] Write(string name)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(name);
        var textStart = HeaderSize + RecordSize * FamilyAndPostScriptName.Length;
        var table = new byte[textStart + text.Length];
        Write(table, 0, 0, (ushort)FamilyAndPostScriptName.Length, (ushort)textStart);
        for (var i = 0; i < FamilyAndPostScriptName.Length; i++)
            // Windows, Unicode, American English; both entries share the one text.
            Write(table, HeaderSize + RecordSize * i, 3, 1, 0x0409, FamilyAndPostScriptName[i], (ushort)text.Length, 0);

        text.CopyTo(table, textStart);
        return table;
    }

    private static void Write(byte[] table, int start, params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(start), value);
            start += 2;
        }
    }
}
