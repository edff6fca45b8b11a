namespace Joonbi.Domain.Accounts;

/// <summary>Which passwords are refused: those that are short, and those that an attacker tries first.</summary>
public static class PasswordRules
{
    /// <summary>A rule of the business.</summary>
    public const int MinLength = 10;

    /// <summary>Our own bound: longer ones only cost time.</summary>
    public const int MaxLength = 128;

    private const int FewestLetters = 5;
    private const int Ending = 3;

    /// <summary>Walks along the alphabet, the digits and the keyboard.</summary>
    private static readonly string[] Walks =
    [
        "01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "qwertyuiopasdfghjklzxcvbnm", "poiuytrewqlkjhgfdsamnbvcxz",
        "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p", "q1w2e3r4t5y6u7i8o9p0", "qazwsxedcrfvtgbyhnujmikolp",
    ];

    private static readonly HashSet<string> Common = [.. Lines().Select(Core)];

    /// <summary>What is wrong with it, in Korean; null when nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="email">Of the account.</param>
    /// <param name="name">Of the account.</param>
    public static string? Complaint(string password, string email, string name) =>
        password.Length < MinLength ? $"{MinLength}자 이상 입력해 주세요. (현재 {password.Length}자)"
        : password.Length > MaxLength ? $"{MaxLength}자 이하로 입력해 주세요. (현재 {password.Length}자)"
        : IsCommon(password) ? "너무 흔하거나 짐작하기 쉬운 비밀번호입니다. 다른 비밀번호를 입력해 주세요."
        : Contains(password, email.Split('@')[0]) || Contains(password, name) ? "비밀번호에 이메일이나 이름을 넣을 수 없습니다."
        : null;

    private static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < FewestLetters || lower.All(char.IsAsciiDigit) || Repeats(lower) || IsWalk(lower) || Common.Contains(Core(lower));
    }

    /// <summary>The word in it, without what people add to please a form: "P@ssw0rd2026!!" is "password".</summary>
    private static string Core(string text)
    {
        var trimmed = text.ToLowerInvariant().Trim("0123456789!@#$%^&*()-_=+.,?~ ".ToCharArray());
        return string.Concat(trimmed.Select(letter => letter switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => letter }));
    }

    private static bool Repeats(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var unit = text[..length];
            if (string.Concat(Enumerable.Repeat(unit, text.Length / length + 1)).StartsWith(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsWalk(string text) => Walks.Any(walk => walk.Contains(text[..^Ending], StringComparison.Ordinal));

    /// <summary>A word of three Latin letters is in every other password; two Hangul syllables may be a whole given name.</summary>
    private static bool Contains(string password, string own) =>
        own.Length >= (own.All(char.IsAscii) ? 4 : 2) && password.Contains(own, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
