using System.Diagnostics;
using System.Runtime.Versioning;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Deployment;

/// <summary>The first step of an installation: what nobody should have to invent is invented, once.</summary>
[Category("Slow")]
[UnsupportedOSPlatform("windows")]
internal sealed class MakeSecretsTests
{
    private DirectoryInfo deploy = null!;

    [SetUp]
    public void CopyTheFolder()
    {
        Nginx.Demand();
        deploy = Directory.CreateTempSubdirectory("joonbi deploy ");
        deploy.CreateSubdirectory("scripts");
        File.Copy(ProjectFiles.Path("deploy", "scripts", "make-secrets.sh"), At("scripts/make-secrets.sh"));
        File.WriteAllText(At(".env"), $"DOMAIN=joonbi.test\nDATA_DIR={At("our data")}\n");
    }

    [TearDown]
    public void Clear() => deploy.Delete(recursive: true);

    [Test]
    public async Task Passwords_match_their_addresses_and_what_only_a_person_knows_is_named()
    {
        var output = await Run();

        Assert.That(Read("api/database_url"), Is.EqualTo($"postgresql://joonbi_app:{Read("db/app_password")}@db:5432/joonbi?schema=public"));
        Assert.That(Read("migrate/migration_database_url"), Is.EqualTo($"postgresql://joonbi_owner:{Read("db/owner_password")}@db:5432/joonbi?schema=public"));
        Assert.That(new[] { "api/jwt_secret", "api/jwt_refresh_secret", "api/internal_api_key", "db/db_password", "db/app_password", "db/owner_password" }.Select(Read).Distinct().Count(secret => secret.Length >= 48), Is.EqualTo(6));
        Assert.That(output, Does.Contain("api/discord_webhook_url").And.Contain("api/resend_api_key").And.Not.Contain(Read("api/jwt_secret")));
        Assert.That(await File.ReadAllTextAsync(At("our data/ssl/fullchain.pem")), Does.StartWith("-----BEGIN CERTIFICATE"));
        Assert.That(File.GetUnixFileMode(At("secrets")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public async Task A_second_run_changes_nothing()
    {
        await Run();
        var before = Everything();

        await Run();

        Assert.That(Everything(), Is.EqualTo(before));
    }

    private Dictionary<string, string> Everything() => deploy.EnumerateFiles("*", SearchOption.AllDirectories).ToDictionary(file => file.FullName, file => File.ReadAllText(file.FullName));

    private string Read(string secret) => File.ReadAllText(At($"secrets/{secret}")).Trim();

    private string At(string path) => Path.Combine(deploy.FullName, path);

    private async Task<string> Run()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [At("scripts/make-secrets.sh")]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }
}
