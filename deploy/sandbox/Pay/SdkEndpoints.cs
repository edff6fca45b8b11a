using System.Reflection;

namespace Joonbi.Sandbox.Pay;

/// <summary>
/// The vendor's script for browsers, of both generations: it leads to the payment window and, by the page's own
/// address for it, back, as the real ones do on a phone.
/// </summary>
internal static class SdkEndpoints
{
    public static void MapSdk(this WebApplication app) => app.MapGet("/sdk/{generation}.js", (string generation, SandboxSettings settings) =>
        generation is "v1" or "v2"
            ? Results.Text(Script().Replace("{WINDOW}", $"http://localhost:{settings.Port}/pay", StringComparison.Ordinal), "text/javascript; charset=utf-8")
            : Results.NotFound());

    private static string Script()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("sdk.js")!);
        return reader.ReadToEnd();
    }
}
