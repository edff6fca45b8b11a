using FluentValidation;
using Joonbi.Api.Configuration;
using Joonbi.Application.Accounts;
using Joonbi.Domain;
using Npgsql;

namespace Joonbi.Api.CommandLine;

/// <summary>
/// <c>admin create --email E [--name N]</c>. There is no default password: it comes from <c>ADMIN_PASSWORD</c> or the standard
/// input, where no list of processes shows it, or is made up and shown this once.
/// </summary>
internal static class AdminCreate
{
    private const int WrongUsage = 64;

    public static async Task<int> Run(string[] options, TextReader? input, TextWriter output, TextWriter errors)
    {
        if (Parse(options) is not (var email, var name))
        {
            await errors.WriteLineAsync("admin create --email 주소 [--name 이름]   비밀번호는 표준 입력이나 ADMIN_PASSWORD로 줍니다. 없으면 만들어 보여 줍니다.");
            return WrongUsage;
        }

        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var settings = Settings.Read(builder.Configuration);
        if (settings.Complaint is { } complaint)
            return await Fail(errors, complaint);

        await using var app = Server.Compose(builder, settings);
        var given = builder.Configuration["ADMIN_PASSWORD"] is { Length: > 0 } variable ? variable : input is null ? null : await input.ReadLineAsync();
        var password = string.IsNullOrEmpty(given) ? app.Services.GetRequiredService<ISecretTokens>().Create()[..20] : given;
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateAdmin(new NewAdmin(email, password, name)));
        }
        catch (Exception exception) when (exception is ValidationException or RefusalException or NpgsqlException)
        {
            return await Fail(errors, exception is ValidationException invalid ? string.Join('\n', invalid.Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}")) : exception.Message);
        }

        await output.WriteLineAsync($"관리자 {email} 계정을 만들었습니다.");
        if (string.IsNullOrEmpty(given))
            await output.WriteLineAsync($"비밀번호: {password}\n이 비밀번호는 다시 볼 수 없습니다. 로그인한 뒤 바꿔 주세요.");

        return 0;
    }

    private static (string Email, string Name)? Parse(string[] options) => options switch
    {
        ["--email", var email] => (email, "관리자"),
        ["--email", var email, "--name", var name] => (email, name),
        ["--name", var name, "--email", var email] => (email, name),
        _ => null,
    };

    private static async Task<int> Fail(TextWriter errors, string message)
    {
        await errors.WriteLineAsync(message);
        return 1;
    }
}
