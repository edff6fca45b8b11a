using System.Diagnostics;
using System.Text.RegularExpressions;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Deployment;

/// <summary>
/// A copy of <c>deploy/nginx</c> and <c>deploy/web</c> in which only addresses, folders and the worker's user are others: what a
/// test sees is what the shipped files say.
/// </summary>
internal sealed partial class ShippedConfiguration
{
    private readonly DirectoryInfo folder;
    private readonly Dictionary<string, string> replaced;

    public ShippedConfiguration(DirectoryInfo folder, Ports ports, string uploads)
    {
        this.folder = folder;
        foreach (var name in new[] { "run", "upstream", "ssl", "acme", "html", "logs", "tmp" })
            folder.CreateSubdirectory(name);

        replaced = new Dictionary<string, string>
        {
            ["/run/joonbi"] = At("run"),
            ["/etc/joonbi"] = At("nginx"),
            ["/etc/nginx/upstream"] = At("upstream"),
            ["/etc/nginx/ssl"] = At("ssl"),
            ["/etc/nginx/snippets"] = At("nginx/snippets"),
            ["/etc/nginx/mime.types"] = Path.Combine(NginxFolder(), "mime.types"),
            ["/var/www/certbot"] = At("acme"),
            ["/var/www/uploads"] = uploads,
            ["/usr/share/nginx/html"] = At("html"),
            ["/tmp/"] = At("tmp") + "/",
            ["/dev/stdout"] = At("logs/access.log"),
            ["/dev/stderr"] = At("logs/error.log"),
            ["127.0.0.1:8080"] = $"127.0.0.1:{ports.Status}",
            ["listen 80"] = $"listen 127.0.0.1:{ports.Http}",
            ["listen 443"] = $"listen 127.0.0.1:{ports.Https}",
            ["listen 3000"] = $"listen 127.0.0.1:{ports.Web}",
            ["listen 8443"] = $"listen 127.0.0.1:{ports.Private}",
            ["8443"] = $"{ports.Private}",
            ["user nginx;"] = $"user {Environment.UserName};",
        };
        Ports = ports;
    }

    public Ports Ports { get; }

    public string Proxy => At("nginx/nginx.conf");

    public string Web => At("web/nginx.conf");

    public string At(string path) => Path.Combine(folder.FullName, path);

    /// <summary>Copies the files as they are and fills the template, as the image's entrypoint does.</summary>
    public void Write(string domain, string internalAccess)
    {
        foreach (var area in new[] { "nginx", "web" })
        {
            foreach (var file in Directory.EnumerateFiles(ProjectFiles.Path("deploy", area), "*", SearchOption.AllDirectories))
            {
                var target = At(Path.Combine(area, Path.GetRelativePath(ProjectFiles.Path("deploy", area), file)));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
                if (file.EndsWith(".conf", StringComparison.Ordinal) || file.EndsWith(".sh", StringComparison.Ordinal))
                    File.WriteAllText(target, Substitute(File.ReadAllText(file)));
            }
        }

        var site = File.ReadAllText(At("nginx/conf.d/default.conf"))
            .Replace("${DOMAIN}", domain, StringComparison.Ordinal)
            .Replace("${INTERNAL_ACCESS}", internalAccess, StringComparison.Ordinal)
            .Replace("${RATE_LIMIT_EXEMPT}", Edge.Exempt, StringComparison.Ordinal)
            .Replace("${REAL_IP_FROM}", Edge.Balancer, StringComparison.Ordinal);
        File.WriteAllText(At("run/default"), site);
    }

    /// <summary>All at once: what was put in is not looked at again.</summary>
    private string Substitute(string text) => Regex.Replace(text, string.Join('|', replaced.Keys.OrderByDescending(from => from.Length).Select(Regex.Escape)), match => replaced[match.Value]);

    /// <summary>Where the machine's nginx keeps its own files.</summary>
    private static string NginxFolder()
    {
        using var process = Process.Start(new ProcessStartInfo(Nginx.Program!, ["-V"]) { RedirectStandardError = true })!;
        var built = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return Path.GetDirectoryName(ConfigurationPath().Match(built).Groups[1].Value)!;
    }

    [GeneratedRegex(@"--conf-path=(\S+)")]
    private static partial Regex ConfigurationPath();
}

/// <summary>Where the proxy and the front end's server listen.</summary>
internal sealed record Ports(int Http, int Https, int Private, int Status, int Web);
