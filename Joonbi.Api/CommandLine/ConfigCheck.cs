using Joonbi.Api.Configuration;

namespace Joonbi.Api.CommandLine;

/// <summary><c>config check</c>: every setting, where it came from and whether it holds, with secrets masked.</summary>
internal static class ConfigCheck
{
    public static int Run(string[] options, TextWriter output)
    {
        var settings = Settings.Read(WebApplication.CreateBuilder(options).Configuration);
        var table = new TextTable("설정", "값", "출처", "상태");
        foreach (var report in settings.Reports)
            table.Add(report.Name, report.Shown, report.Source, report.Problem ?? "정상");

        table.Write(output);
        var problems = settings.Reports.Count(report => report.Problem is not null);
        output.WriteLine(problems == 0 ? "모든 설정이 올바릅니다." : $"고쳐야 할 설정이 {problems}개 있습니다.");
        return problems == 0 ? 0 : 1;
    }
}
