namespace Joonbi.Tests.Sandbox;

/// <summary>The repository as it lies on disk, for tests about files that no compiler reads.</summary>
internal static class ProjectFiles
{
    public static string Root { get; } = Find(TestContext.CurrentContext.TestDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Joonbi.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
