using System.Globalization;

namespace Joonbi.Api.Configuration;

/// <summary>One setting as it was found.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="About">What it is for, in Korean.</param>
/// <param name="Fallback">What holds when nothing is set; null when it must be set.</param>
/// <param name="Source">환경 변수, 파일, 기본값 or 없음.</param>
/// <param name="Shown">The value, or dots for a secret.</param>
/// <param name="Problem">Korean; null when it is valid.</param>
internal sealed record SettingReport(string Name, string About, string? Fallback, string Source, string Shown, string? Problem);

/// <summary>
/// Reads environment variables and remembers what it found, so that a start with bad settings names all of them at once and
/// <c>config check</c> can show each. <c>NAME_FILE</c> names a file that holds the value, as container secrets do.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<SettingReport> reports = [];
    private readonly List<string> secrets = [];

    public IReadOnlyList<SettingReport> Reports => reports;

    /// <summary>The values that no log line may carry.</summary>
    public IReadOnlyList<string> Secrets => secrets;

    public string Text(string name, string about, string? fallback = null, bool secret = false, Func<string, string?>? check = null) =>
        Read(name, about, fallback, secret, text => text, check ?? (_ => null)) ?? "";

    /// <summary>One of a few words.</summary>
    public string Choice(string name, string about, string fallback, params string[] words) =>
        Text(name, about, fallback, check: text => words.Contains(text) ? null : $"{string.Join(", ", words)} 중 하나여야 합니다.");

    /// <summary>A key that nobody should guess: at least so many characters, and not the example's. An empty fallback makes it optional.</summary>
    public string Secret(string name, string about, int atLeast, string? fallback = null) => Text(name, about, fallback, secret: true, text =>
        text == fallback ? null
        : text.Length < atLeast ? $"{atLeast}자 이상이어야 합니다."
        : text.Contains("your_", StringComparison.OrdinalIgnoreCase) || text.Contains("xxxxx", StringComparison.OrdinalIgnoreCase) ? "예시 값을 그대로 쓸 수 없습니다."
        : text.Distinct().Count() < 6 ? "너무 단순합니다."
        : null);

    public Uri Address(string name, string about, string? fallback = null, bool secret = false) =>
        Read<Uri>(name, about, fallback, secret, text => new Uri(text, UriKind.Absolute), uri => uri.Scheme is "http" or "https" ? null : "http 또는 https 주소여야 합니다.")
        ?? new Uri("http://invalid.localhost");

    public long Number(string name, string about, long fallback, long min, long max) =>
        Read(name, about, fallback.ToString(CultureInfo.InvariantCulture), false, text => (long?)long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
            number => number < min || number > max ? $"{min} 이상 {max} 이하여야 합니다." : null) ?? fallback;

    /// <summary>A duration as the seed writes it: <c>15m</c>, <c>12h</c>, <c>7d</c>, or plain seconds.</summary>
    public TimeSpan Duration(string name, string about, string fallback, bool zero = false) =>
        Read<TimeSpan?>(name, about, fallback, false, text => ParseDuration(text), life => life > TimeSpan.Zero || zero ? null : "0보다 길어야 합니다.") ?? TimeSpan.Zero;

    public bool Flag(string name, string about, bool fallback) =>
        Read<bool?>(name, about, fallback ? "on" : "off", false, text => text switch { "on" or "true" or "1" => true, "off" or "false" or "0" => false, _ => throw new FormatException() }, _ => null) ?? fallback;

    /// <summary>Adds a problem that only several settings together show.</summary>
    public void Refuse(string name, string problem)
    {
        var index = reports.FindIndex(report => report.Name == name);
        reports[index] = reports[index] with { Problem = reports[index].Problem ?? problem };
    }

    private static TimeSpan ParseDuration(string text)
    {
        var (number, unit) = text[^1] switch
        {
            's' => (text[..^1], TimeSpan.FromSeconds(1)),
            'm' => (text[..^1], TimeSpan.FromMinutes(1)),
            'h' => (text[..^1], TimeSpan.FromHours(1)),
            'd' => (text[..^1], TimeSpan.FromDays(1)),
            _ => (text, TimeSpan.FromSeconds(1)),
        };
        return unit * double.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private T? Read<T>(string name, string about, string? fallback, bool secret, Func<string, T> parse, Func<T, string?> check)
    {
        var (text, source, problem) = Find(name, fallback);
        var value = default(T);
        try
        {
            if (text is not null)
                problem = check(value = parse(text));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            problem = "형식이 올바르지 않습니다.";
        }

        if (secret && !string.IsNullOrEmpty(text) && text != fallback)
            secrets.Add(text);

        var shown = string.IsNullOrEmpty(text) ? "-" : secret ? "••••••" : text;
        reports.Add(new SettingReport(name, about, fallback, source, shown, problem));
        return problem is null ? value : default;
    }

    private (string? Text, string Source, string? Problem) Find(string name, string? fallback)
    {
        if (configuration[name] is { Length: > 0 } text)
            return (text, "환경 변수", null);
        if (configuration[$"{name}_FILE"] is { Length: > 0 } file)
        {
            return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } content
                ? (content, "파일", null)
                : (null, "파일", $"{name}_FILE이 가리키는 파일이 없거나 비어 있습니다.");
        }

        return fallback is null ? (null, "없음", "설정해야 합니다.") : (fallback, "기본값", null);
    }
}
