using System.Text.RegularExpressions;

namespace Joonbi.Domain.Accounts;

/// <summary>
/// One spelling for each address, so that nobody can register twice by case. ASCII only: there the database's idea of lower
/// case and ours are the same; other scripts reach a mailbox by their punycode.
/// </summary>
public static partial class EmailAddress
{
    /// <summary>RFC 5321's bound on a path.</summary>
    public const int MaxLength = 254;

    /// <summary>Without the blanks around it, in lower case.</summary>
    public static string Normalise(string text) => text.Trim().ToLowerInvariant();

    /// <summary>The addresses that browsers accept, with a dot in the domain: nobody's customer lives at a bare host.</summary>
    public static bool IsValid(string text) => text.Length <= MaxLength && text.IndexOf('@') is > 0 and <= 64 && Shape().IsMatch(text);

    [GeneratedRegex(@"\A[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+\z")]
    private static partial Regex Shape();
}
