using System.Diagnostics;
using System.Text.RegularExpressions;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Accounts;

/// <summary>The command as an operator runs it: a process of its own.</summary>
internal sealed class AdminCreateTests : AccountTest
{
    private const string Boss = "boss@joonbi.test";

    [Test]
    public async Task Makes_an_admin_with_the_password_from_the_standard_input()
    {
        var (code, output, _) = await Run(["admin", "create", "--email", "Boss@joonbi.test", "--name", "사장"], Password);

        Assert.That((code, output.Trim()), Is.EqualTo((0, "관리자 Boss@joonbi.test 계정을 만들었습니다.")));
        var admin = await Login(Boss);
        Assert.That((admin.GetProperty("user").GetProperty("role").GetString(), admin.GetProperty("user").GetProperty("name").GetString(), admin.GetProperty("user").GetProperty("emailVerified").GetBoolean()), Is.EqualTo(("ADMIN", "사장", true)));
        Assert.That((await With(admin).GetAsync("/api/admin/customers")).IsSuccessStatusCode, Is.True);
    }

    [Test]
    public async Task Makes_a_password_up_and_shows_it_once_when_none_is_given()
    {
        var (code, output, _) = await Run(["admin", "create", "--email", Boss], "");

        var password = Regex.Match(output, "비밀번호: (.+)").Groups[1].Value;
        Assert.That((code, password), Is.EqualTo((0, password)).And.Matches<(int, string)>(result => result.Item2.Length >= 20));
        await Login(Boss, password);
    }

    [Test]
    public async Task Refuses_a_taken_address_and_a_weak_password()
    {
        await Registered();

        var taken = await Run(["admin", "create", "--email", Email], Password);
        var weak = await Run(["admin", "create", "--email", Boss], "password1234");

        Assert.That((taken.Code, taken.Errors.Trim()), Is.EqualTo((1, "이미 가입된 이메일 주소입니다.")));
        Assert.That((weak.Code, weak.Errors), Is.EqualTo((1, weak.Errors)).And.Matches<(int, string)>(result => result.Item2.Contains("짐작하기 쉬운")));
        Assert.That(await App.Sql<long>("select count(*) from users where role = 'ADMIN'"), Is.Zero);
    }

    [Test]
    public async Task Says_how_it_is_used() =>
        Assert.That((await Run(["admin", "create"], "")).Code, Is.EqualTo(64));

    private static async Task<(int Code, string Output, string Errors)> Run(string[] arguments, string input)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Joonbi.Api.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in TestSettings.For($"joonbi_test_{Environment.ProcessId}", App.Vendors, App.Files.FullName))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
