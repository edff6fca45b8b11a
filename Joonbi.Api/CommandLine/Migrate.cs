using Joonbi.Api.Configuration;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Api.CommandLine;

/// <summary>
/// <c>migrate</c> for operators and DBAs. It reads only the database's address: it must run where nothing else is set up yet.
/// Exit codes: 0 done or nothing to do, 1 failed, 2 the database and this version differ (<c>--plan</c>, <c>--verify</c>).
/// </summary>
internal static class Migrate
{
    private const int Differs = 2;

    public static int Run(string[] options, TextWriter output, TextWriter errors)
    {
        var settings = MigrationSettings.FromEnvironment(out var complaint);
        if (complaint is not null)
            return Fail(errors, complaint);

        try
        {
            var migrator = new Migrator(settings.ConnectionString);
            return options switch
            {
                [] => Apply(migrator, output),
                ["--plan"] => Plan(migrator, output),
                ["--verify"] => Verify(migrator, output),
                ["--script", var file] => Script(migrator, file, output),
                _ => Fail(errors, "migrate [--plan | --script FILE | --verify]"),
            };
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return Fail(errors, exception.Message);
        }
    }

    private static int Apply(Migrator migrator, TextWriter output)
    {
        var applied = migrator.Migrate();
        foreach (var name in applied)
            output.WriteLine($"적용: {name}");

        output.WriteLine(applied.Count == 0 ? "이미 최신입니다." : $"스크립트 {applied.Count}개를 적용했습니다.");
        return 0;
    }

    private static int Plan(Migrator migrator, TextWriter output)
    {
        var pending = migrator.Inspect().Where(state => !state.Applied).ToList();
        foreach (var state in pending)
            output.WriteLine($"적용할 것: {state.Name}");

        output.WriteLine(pending.Count == 0 ? "적용할 것이 없습니다." : $"스크립트 {pending.Count}개를 적용하게 됩니다.");
        return pending.Count == 0 ? 0 : Differs;
    }

    private static int Verify(Migrator migrator, TextWriter output)
    {
        var states = migrator.Inspect();
        var table = new TextTable("스크립트", "상태");
        foreach (var state in states)
            table.Add(state.Name, state switch { { Applied: false } => "적용 전", { Unchanged: false } => "적용한 뒤 내용이 바뀜", { Known: false } => "이 버전에 없음", _ => "정상" });

        table.Write(output);
        return states.All(state => state is { Applied: true, Unchanged: true, Known: true }) ? 0 : Differs;
    }

    private static int Script(Migrator migrator, string file, TextWriter output)
    {
        File.WriteAllText(file, migrator.Script());
        output.WriteLine($"{file} 파일을 썼습니다. psql -v ON_ERROR_STOP=1 -f {file} 로 실행하세요.");
        return 0;
    }

    private static int Fail(TextWriter errors, string message)
    {
        errors.WriteLine(message);
        return 1;
    }
}
