using Joonbi.Api.CommandLine;
using Joonbi.Api.Configuration;
using Joonbi.Tests.Sandbox;
using Microsoft.Extensions.Configuration;

namespace Joonbi.Tests.Configuration;

internal sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Valid = new()
    {
        ["DATABASE_URL"] = "postgresql://app:p%40ss@db:5433/joonbi?schema=studio",
        ["JWT_SECRET"] = "a-secret-of-more-than-32-characters-1",
        ["JWT_REFRESH_SECRET"] = "a-secret-of-more-than-32-characters-2",
        ["INTERNAL_API_KEY"] = "a-key-of-more-than-24-characters",
        ["DISCORD_WEBHOOK_URL"] = "https://discord.com/api/webhooks/1/token-of-the-hook",
        ["RESEND_API_KEY"] = "re_123456789",
        ["EMAIL_FROM"] = "studio@joonbi.test",
    };

    [Test]
    public void Needs_only_what_has_no_default()
    {
        var settings = Read();

        Assert.That(settings.Complaint, Is.Null);
        Assert.That(settings.Infrastructure.ConnectionString, Does.Contain("Host=db;Port=5433;Database=joonbi;Username=app;Password=p@ss").And.Contain("Search Path=studio"));
        Assert.That((settings.Jwt.AccessLife, settings.Policy.Lease, settings.Web.Port), Is.EqualTo((TimeSpan.FromDays(7), TimeSpan.FromMinutes(20), 4000)));
    }

    [Test]
    public void Names_every_bad_setting_in_one_message()
    {
        var complaint = Read(("DATABASE_URL", "mysql://db"), ("JWT_SECRET", "short"), ("EMAIL_FROM", null), ("PORT", "99999"), ("ANALYSIS_LEASE", "soon")).Complaint;

        foreach (var name in new[] { "DATABASE_URL", "JWT_SECRET", "EMAIL_FROM", "PORT", "ANALYSIS_LEASE" })
            Assert.That(complaint, Does.Contain($"  {name}: "));
        Assert.That(complaint!.Split('\n'), Has.Length.EqualTo(6));
    }

    [TestCase("JWT_SECRET", "short")]
    [TestCase("JWT_SECRET", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [TestCase("JWT_SECRET", "your_jwt_secret_that_nobody_ever_changed")]
    [TestCase("JWT_REFRESH_SECRET", "a-secret-of-more-than-32-characters-1")]
    [TestCase("INTERNAL_API_KEY", "key")]
    [TestCase("INTERNAL_API_KEY_PREVIOUS", "key")]
    [TestCase("DATABASE_URL", "postgresql://db")]
    [TestCase("MIGRATION_DATABASE_URL", "postgresql://db")]
    [TestCase("MIGRATE_ON_START", "always")]
    [TestCase("DATABASE_URL", "postgresql://app@db/joonbi?colour=red")]
    [TestCase("DATABASE_URL", "postgresql://app@db/joonbi?connection_limit=many")]
    [TestCase("DISCORD_WEBHOOK_URL", "ftp://discord.com")]
    [TestCase("API_URL", "https://api.joonbi.test")]
    [TestCase("JWT_EXPIRES_IN", "0m")]
    [TestCase("JWT_EXPIRES_IN", "7dd")]
    [TestCase("JWT_EXPIRES_IN", "-7d")]
    [TestCase("ANALYSIS_FEE", "1e5")]
    [TestCase("TRUSTED_PROXIES", "10.0.0.1,nginx")]
    [TestCase("NODE_ENV", "prod")]
    [TestCase("RATE_LIMITS", "maybe")]
    [TestCase("PORTONE_API_URL", "ftp://portone")]
    [TestCase("PORTONE_WEBHOOK_SECRET", "whsec_***")]
    public void Refuses(string name, string value) =>
        Assert.That(Read((name, value)).Complaint, Does.Contain($"  {name}: "));

    [Test]
    public void Migrates_as_the_owner_where_one_is_named_and_not_at_start_unless_told()
    {
        var named = Read(("MIGRATION_DATABASE_URL", "postgresql://owner@db/joonbi"), ("MIGRATE_ON_START", "on")).Migration;

        Assert.That((named.OnStart, Read().Migration.OnStart), Is.EqualTo((true, false)));
        Assert.That(named.ConnectionString, Does.Contain("Username=owner"));
        Assert.That(Read().Migration.ConnectionString, Is.EqualTo(Read().Infrastructure.ConnectionString));
    }

    [TestCase("90", 90)]
    [TestCase("90s", 90)]
    [TestCase("1.5m", 90)]
    [TestCase("2h", 7200)]
    [TestCase("7d", 604800)]
    public void Reads_durations_as_the_seed_wrote_them(string text, int seconds) =>
        Assert.That(Read(("JWT_EXPIRES_IN", text)).Jwt.AccessLife, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void Reads_a_secret_from_the_file_that_NAME_FILE_names()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "a-secret-that-lives-in-a-mounted-file\n");

        var settings = Read(("JWT_SECRET", null), ("JWT_SECRET_FILE", file));

        Assert.That(settings.Jwt.Secret, Is.EqualTo("a-secret-that-lives-in-a-mounted-file"));
        Assert.That(Read(("JWT_SECRET", null), ("JWT_SECRET_FILE", "/nowhere")).Complaint, Does.Contain("  JWT_SECRET: JWT_SECRET_FILE"));
    }

    [Test]
    public void Closes_the_documents_in_production_unless_they_are_asked_for() =>
        Assert.That(
            new[] { Read(), Read(("NODE_ENV", "production")), Read(("NODE_ENV", "production"), ("API_DOCS", "on")) }.Select(settings => settings.Web.Docs),
            Is.EqualTo(new[] { true, false, true }));

    [Test]
    public void Shows_no_secret_and_explains_every_setting()
    {
        var settings = Read(("INTERNAL_API_KEY_PREVIOUS", "the-key-that-was-used-last-month"));

        foreach (var report in settings.Reports)
        {
            Assert.That(report.About, Does.Match("[가-힣]"), report.Name);
            Assert.That(settings.Secrets, Has.None.EqualTo(report.Shown), report.Name);
        }

        Assert.That(settings.Secrets, Has.Count.EqualTo(7));
    }

    [Test]
    public void Config_check_shows_each_setting_and_tells_by_its_exit_code()
    {
        using var bad = new StringWriter();
        using var good = new StringWriter();

        Assert.That(ConfigCheck.Run(["--JWT_SECRET=short-secret"], bad), Is.EqualTo(1));
        Assert.That(ConfigCheck.Run([.. Valid.Select(pair => $"--{pair.Key}={pair.Value}")], good), Is.Zero);

        Assert.That(bad.ToString(), Does.Match("JWT_SECRET +•••••• +환경 변수 +32자 이상이어야 합니다.").And.Contain("고쳐야 할 설정이"));
        Assert.That(good.ToString(), Does.Match("JWT_EXPIRES_IN +7d +기본값 +정상").And.Contain("모든 설정이 올바릅니다."));
        foreach (var secret in new[] { "short-secret", Valid["JWT_SECRET"]!, "token-of-the-hook", "p%40ss" })
            Assert.That(bad.ToString() + good, Does.Not.Contain(secret));
    }

    [Test]
    public void The_readme_lists_each_setting_with_its_default()
    {
        var rows = File.ReadLines(ProjectFiles.Path("README.md"))
            .SkipWhile(line => line != "## Settings").TakeWhile(line => line != "## Figures")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2]);

        Assert.That(rows.Keys, Is.EquivalentTo(Read().Reports.Select(report => report.Name)));
        foreach (var report in Read().Reports)
            Assert.That(rows[report.Name], Does.StartWith(report.Fallback switch { null => "required", "" => "none", var text => $"`{text}`" }), report.Name);
    }

    internal static Settings Read(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Valid);
        foreach (var (name, value) in changes)
            values[name] = value;

        return Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
