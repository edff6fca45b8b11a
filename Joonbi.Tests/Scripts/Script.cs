using System.Diagnostics;

namespace Joonbi.Tests.Scripts;

/// <summary>Runs one of the operators' scripts as they would, and hands back everything that it said.</summary>
internal static class Script
{
    /// <summary>The checkout; the tests run somewhere below it.</summary>
    public static string Root { get; } = Above(TestContext.CurrentContext.TestDirectory);

    public static Process Start(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        Begin("bash", [Path.Combine(Root, script), .. arguments], environment);

    public static Task<Said> Run(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string input = "") =>
        Finish(Start(script, arguments, environment), input);

    public static Task<Said> Program(string name, params string[] arguments) => Finish(Begin(name, arguments, new Dictionary<string, string>()), "");

    private static Process Begin(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    private static async Task<Said> Finish(Process process, string input)
    {
        using var ours = process;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new Said(process.ExitCode, await output + await errors);
    }

    /// <summary>
    /// Without the programs there is nothing to be shown: <c>./joonbi test</c> then says that these tests did not run, and CI, which
    /// installs them, fails.
    /// </summary>
    public static void Demands(string packages, params string[] programs)
    {
        var missing = programs.Where(program => Find(program) is null).ToList();
        if (missing.Count == 0)
            return;

        var complaint = $"{string.Join(", ", missing)} is not on this machine: apt-get install {packages}.";
        if (Environment.GetEnvironmentVariable("JOONBI_DEPLOYMENT_TESTS") == "required")
            Assert.Fail(complaint);

        Assert.Ignore(complaint);
    }

    /// <returns>Where a program is on this machine, or null; some hide from people who are not root.</returns>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Joonbi.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}

/// <summary>How a script ended, and its words.</summary>
internal sealed record Said(int Code, string Text)
{
    public void Succeeded() => Assert.That(Code, Is.Zero, Text);

    public void Refused(string because)
    {
        Assert.That(Code, Is.EqualTo(1), Text);
        Assert.That(Text, Does.Contain(because));
    }
}
