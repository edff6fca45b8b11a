using System.Runtime.InteropServices;
using Joonbi.Api.Configuration;
using Joonbi.Domain;
using Joonbi.Infrastructure.Files;
using Npgsql;

namespace Joonbi.Api.CommandLine;

/// <summary>
/// <c>files move --to s3|local</c>: brings the stored files to where new ones go, beside the running service. Exit codes: 0 every
/// file is there, 1 some are not (started again, it goes on), 64 wrong usage.
/// </summary>
internal static class FilesMove
{
    private const int WrongUsage = 64;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public static async Task<int> Run(string[] options, TextWriter output, TextWriter errors)
    {
        if (options is not ["--to", ("s3" or "local") and var target])
        {
            await errors.WriteLineAsync("files move --to s3|local   모든 파일을 S3로, 또는 이 서버의 폴더로 옮깁니다.");
            return WrongUsage;
        }

        var builder = WebApplication.CreateBuilder();
        var settings = Settings.Read(builder.Configuration);
        if ((settings.Complaint ?? Objection(settings, target)) is { } complaint)
            return await Fail(errors, complaint);

        await using var app = Server.Compose(builder, settings);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        try
        {
            var report = await app.Services.GetRequiredService<FileMove>().Run(Every(Pace, output), stop.Token);
            await Tell(report, output);
            return report.IsComplete ? 0 : 1;
        }
        catch (Exception exception) when (exception is ConflictException or NpgsqlException)
        {
            return await Fail(errors, exception.Message);
        }
    }

    /// <summary>A move to a place where the service itself does not put new files would never end.</summary>
    private static string? Objection(Settings settings, string target) =>
        settings.Infrastructure.S3 is null ? "AWS_S3_BUCKET을 설정해야 합니다."
        : settings.Infrastructure.StoresInBucket != (target == "s3")
            ? $"STORAGE_TYPE이 {target}이(가) 아닙니다. 먼저 서비스를 STORAGE_TYPE={target}(으)로 다시 시작해 새 파일이 그쪽으로 가게 한 뒤, 같은 설정으로 실행하세요."
        : null;

    private static Action<MoveProgress> Every(TimeSpan pace, TextWriter output)
    {
        var (guard, last) = (new Lock(), TimeProvider.System.GetTimestamp());
        return progress =>
        {
            lock (guard)
            {
                if (progress.Waiting is { } wait)
                {
                    output.WriteLine($"모두 복사했습니다. 이미 나간 다운로드 링크가 끝나도록 {wait.TotalMinutes:0}분 기다린 뒤 S3의 원본을 지웁니다.");
                }
                else if (TimeProvider.System.GetElapsedTime(last) >= pace)
                {
                    last = TimeProvider.System.GetTimestamp();
                    output.WriteLine($"{progress.Seen:N0} / {progress.Total:N0}개");
                }
            }
        };
    }

    private static async Task Tell(MoveReport report, TextWriter output)
    {
        await output.WriteLineAsync($"옮긴 파일 {report.Moved:N0}개 ({report.MovedBytes / 1_048_576.0:N1}MB), 이미 옮겨져 있던 파일 {report.There:N0}개, 그사이 지워진 파일 {report.Deleted:N0}개");
        if (report.Copied > 0)
            await output.WriteLineAsync($"복사했지만 원본을 아직 지우지 않은 파일 {report.Copied:N0}개");
        foreach (var (key, reason) in report.Left)
            await output.WriteLineAsync($"옮기지 못함: {key}  {reason}");

        await output.WriteLineAsync(report switch
        {
            { BrokenOff: { } why } => $"도중에 멈췄습니다: {why} 같은 명령을 다시 실행하면 이어서 합니다.",
            { Left.Count: > 0 } => $"{report.Left.Count:N0}개를 옮기지 못했습니다. 원본은 그대로 있습니다.",
            _ => "모든 파일을 옮겼습니다.",
        });
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    private static async Task<int> Fail(TextWriter errors, string message)
    {
        await errors.WriteLineAsync(message);
        return 1;
    }
}
