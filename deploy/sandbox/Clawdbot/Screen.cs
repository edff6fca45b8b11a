using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>A sample screen, in the plan and among the designs.</summary>
internal sealed record Screen(string Id, string Name, string Purpose, string Content)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static IReadOnlyList<Screen> For(Quotation quotation) =>
        [.. quotation.Required.Select((line, index) => new Screen(
            $"SCR-{index + 1:00}", line.Feature.Screen, line.Feature.Purpose, string.Join(" ", line.Feature.Requirements)))];

    /// <summary>The same consultation always gets the same address: a repeated call must have the same content.</summary>
    public static string FigmaFile(Guid consultation)
    {
        var number = new BigInteger(SHA256.HashData(consultation.ToByteArray()), isUnsigned: true);
        var key = new StringBuilder();
        while (key.Length < 22)
        {
            key.Append(Alphabet[(int)(number % Alphabet.Length)]);
            number /= Alphabet.Length;
        }

        return $"https://www.figma.com/design/{key}/joonbi-sample";
    }

    public static string FigmaNode(string file, int index) => $"{file}?node-id={index + 1}-2";
}
