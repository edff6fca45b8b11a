using System.IO.Compression;

namespace Joonbi.Tests.Deployment;

/// <summary>A front end as a build leaves it: prerendered pages, the application, hashed files with their compressed twins.</summary>
internal static class FrontEnd
{
    public const string Landing = "<!doctype html><title>준비스튜디오</title>";
    public const string Prices = "<!doctype html><title>요금</title>";
    public const string Application = "<!doctype html><title>준비스튜디오</title><div id=root></div>";
    public static readonly string Script = string.Concat(Enumerable.Repeat("console.log('준비');\n", 200));

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), Landing);
        File.WriteAllText(Path.Combine(folder, "prices.html"), Prices);
        File.WriteAllText(Path.Combine(folder, "app.html"), Application);
        File.WriteAllText(Path.Combine(folder, "assets", "index-Bq3xN1pz.js"), Script);
        using var compressed = new GZipStream(File.Create(Path.Combine(folder, "assets", "index-Bq3xN1pz.js.gz")), CompressionLevel.SmallestSize);
        compressed.Write(System.Text.Encoding.UTF8.GetBytes(Script));
    }
}
