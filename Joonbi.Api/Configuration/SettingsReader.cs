using System.Globalization;

namespace Joonbi.Api.Configuration;

/// <summary>One setting as it was found.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="Source">환경 변수, 파일 or 기본값.</param>
/// <param name="Shown">The value, or dots for a secret.</param>
/// <param name="Problem">Korean; null when it is valid.</param>
internal sealed record SettingReport(string Name, string Source, string Shown, string? Problem);

/// <summary>
/// Reads environment variables and remembers what it found, so that a start with bad settings names all of them at once and
/// <c>config check</c> can show each. <c>NAME_FILE</c> names a file that holds the value, as container secrets do.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<SettingReport> reports = [];

    public IReadOnlyList<SettingReport> Reports => reports;

    public string Text(string name, string? fallback = null, bool secret = false, Func<string, string?>? check = null) =>
        Read(name, fallback, secret, text => text, check ?? (_ => null)) ?? "";

    /// <summary>A key that nobody should guess: at least so many characters, and not the example's.</summary>
    public string Secret(string name, int atLeast, string? fallback = null) => Text(name, fallback, secret: true, text =>
        text.Length < atLeast ? $"{atLeast}자 이상이어야 합니다."
        : text.Contains("your_", StringComparison.OrdinalIgnoreCase) || text.Contains("xxxxx", StringComparison.Ordinal) ? "예시 값을 그대로 쓸 수 없습니다."
        : text.Distinct().Count() < 6 ? "너무 단순합니다."
        : null);

    public Uri Address(string name, string? fallback = null, bool secret = false) =>
        Read<Uri>(name, fallback, secret, text => new Uri(text, UriKind.Absolute), uri => uri.Scheme is "http" or "https" ? null : "http 또는 https 주소여야 합니다.")
        ?? new Uri("http://invalid.localhost");

    public long Number(string name, long fallback, long min, long max) =>
        Read(name, fallback.ToString(CultureInfo.InvariantCulture), false, text => (long?)long.Parse(text, CultureInfo.InvariantCulture),
            number => number < min || number > max ? $"{min} 이상 {max} 이하여야 합니다." : null) ?? fallback;

    /// <summary>A duration as the seed writes it: <c>15m</c>, <c>12h</c>, <c>7d</c>, or plain seconds.</summary>
    public TimeSpan Duration(string name, string fallback) => Read<TimeSpan?>(name, fallback, false, text => ParseDuration(text), _ => null) ?? TimeSpan.Zero;

    public bool Flag(string name, bool fallback) =>
        Read<bool?>(name, fallback ? "on" : "off", false, text => text switch { "on" or "true" or "1" => true, "off" or "false" or "0" => false, _ => throw new FormatException() }, _ => null) ?? fallback;

    private static TimeSpan? ParseDuration(string text)
    {
        var amount = double.Parse(text.TrimEnd('s', 'm', 'h', 'd'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            'd' => TimeSpan.FromDays(amount),
            _ => TimeSpan.FromSeconds(amount),
        };
    }

    private T? Read<T>(string name, string? fallback, bool secret, Func<string, T> parse, Func<T, string?> check)
    {
        var (text, source) = Find(name, fallback);
        if (text is null)
        {
            reports.Add(new SettingReport(name, "없음", "-", "설정해야 합니다."));
            return default;
        }

        var shown = secret ? "••••••" : text;
        try
        {
            var value = parse(text);
            var problem = check(value);
            reports.Add(new SettingReport(name, source, shown, problem));
            return problem is null ? value : default;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            reports.Add(new SettingReport(name, source, shown, "형식이 올바르지 않습니다."));
            return default;
        }
    }

    private (string? Text, string Source) Find(string name, string? fallback)
    {
        if (configuration[name] is { Length: > 0 } text)
            return (text, "환경 변수");
        if (configuration[$"{name}_FILE"] is { Length: > 0 } file && File.Exists(file))
            return (File.ReadAllText(file).Trim(), "파일");

        return (fallback, "기본값");
    }
}
