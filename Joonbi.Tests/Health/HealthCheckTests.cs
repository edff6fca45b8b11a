using System.Diagnostics;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Health;

/// <summary>The container's health check: the program asks its own service.</summary>
internal sealed class HealthCheckTests : ProcessTest
{
    [Test]
    public async Task Says_yes_while_the_service_is_ready_and_no_once_it_is_gone()
    {
        Assert.That(await Ask(), Is.EqualTo((0, "{\"status\":\"ok\",\"reason\":null}")));

        await Api.Kill();

        Assert.That(await Ask(), Is.EqualTo((1, "응답이 없습니다.")));
    }

    private async Task<(int Code, string Said)> Ask()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Joonbi.Api.dll"), "health"]) { RedirectStandardOutput = true };
        start.Environment["PORT"] = Api.Http.BaseAddress!.Port.ToString();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }
}
