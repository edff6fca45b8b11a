using System.Buffers;
using System.Text;

namespace Joonbi.Application.Files;

/// <summary>Text in UTF-8 or in the code page of Korean Windows, without a byte that no text has.</summary>
internal static class PlainText
{
    private const int Korean = 949;

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        CodePagesEncodingProvider.Instance.GetEncoding(Korean, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    ];

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\f'))]);

    /// <summary>Markup begins with a tag (HTML, SVG, XML), a script with <c>#!</c>: text to a decoder, a program to whoever opens it.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
            head = head[Encoding.UTF8.Preamble.Length..];

        head = head.TrimStart(" \t\r\n\f"u8);
        return head.StartsWith("#!"u8) || (head.Length > 1 && head[0] == '<' && (char.IsAsciiLetter((char)head[1]) || head[1] is (byte)'!' or (byte)'?'));
    }

    public static async Task<bool> IsText(Stream content, CancellationToken ct)
    {
        foreach (var encoding in Encodings)
        {
            content.Position = 0;
            if (await Decodes(content, encoding.GetDecoder(), ct))
                return true;
        }

        return false;
    }

    private static async Task<bool> Decodes(Stream content, Decoder decoder, CancellationToken ct)
    {
        var bytes = new byte[32_768];
        var letters = new char[bytes.Length + 8];
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(bytes, ct);
                var count = decoder.GetChars(bytes, 0, read, letters, 0, flush: read == 0);
                if (letters.AsSpan(0, count).ContainsAny(Controls))
                    return false;
            }
            while (read > 0);

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
