using System.Text.RegularExpressions;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Files;

/// <summary>The one shape of a key, in the folder as in the bucket: a file keeps its key when it moves.</summary>
internal static partial class StorageKey
{
    /// <summary>Nobody guesses it. Its two folders keep directories small.</summary>
    public static string New(IRandomSource random)
    {
        var name = Convert.ToHexStringLower(random.NextBytes(16));
        return $"{name[..2]}/{name[2..4]}/{name}";
    }

    public static bool IsOne(string text) => Shape().IsMatch(text);

    /// <summary>A key comes from our own rows; should one ever be tampered with, it still leads nowhere else.</summary>
    public static string Checked(string key) => IsOne(key) ? key : throw new ArgumentException("This is no key of the store.", nameof(key));

    [GeneratedRegex(@"\A[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}\z")]
    private static partial Regex Shape();
}
