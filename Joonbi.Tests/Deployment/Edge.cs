using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Deployment;

/// <summary>
/// The delivery as it is run, without containers: nginx with the shipped configuration, the front end's own nginx, two API
/// processes and PostgreSQL. Started by the first test that asks and shared by all, each of which comes from an address of its own.
/// </summary>
internal sealed class Edge : IAsyncDisposable
{
    public const string Domain = "joonbi.test";
    public const string Exempt = "127.0.0.9";
    public const string Balancer = "127.0.0.8";
    private static readonly Lazy<Task<Edge>> Started = new(Start);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("joonbi-edge-");
    private readonly TestCertificates certificates = new();
    private readonly Vendors vendors;

    private Edge(string database, Vendors vendors)
    {
        (Database, this.vendors) = (database, vendors);
        // The workers of the front end's server are nobody.
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

        var free = Probe.Free(5);
        Uploads = folder.CreateSubdirectory("uploads");
        Configuration = new ShippedConfiguration(folder, new Ports(free[0], free[1], free[2], free[3], free[4]), Uploads.FullName);
        Proxy = new Nginx(Configuration.Proxy);
        Web = new Nginx(Configuration.Web);
        Apis = [Api(), Api()];
    }

    public static Task<Edge> Running => Started.Value;

    public string Database { get; }
    public DirectoryInfo Uploads { get; }
    public ShippedConfiguration Configuration { get; }
    public Nginx Proxy { get; }
    public Nginx Web { get; }
    public IReadOnlyList<ApiProcess> Apis { get; }
    public string AuthorityPem => certificates.AuthorityPem;

    public static async Task End()
    {
        if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully)
            await (await Started.Value).DisposeAsync();
    }

    /// <summary>A browser or program at that address: every name leads here, the well-known ports to ours.</summary>
    public HttpClient From(string address, Version? version = null, string? token = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = (context, ct) => Connect(address, context.DnsEndPoint.Port, ct) };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) => Trusts(certificate, errors);
        var client = new HttpClient(handler)
        {
            BaseAddress = new Uri($"https://{Domain}"),
            DefaultRequestVersion = version ?? HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromSeconds(60),
        };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        return client;
    }

    public bool Trusts(X509Certificate? shown, SslPolicyErrors errors) => certificates.Trusts(shown, errors);

    /// <returns>The new certificate's serial number.</returns>
    public string Renew() => certificates.Issue(Configuration.At("ssl"), Domain, $"www.{Domain}", $"api.{Domain}");

    /// <summary>Writes who serves, as a deployment does: whole or not at all.</summary>
    public void Serve(string name, params int[] ports)
    {
        var file = Configuration.At($"upstream/{name}.conf");
        File.WriteAllLines(file + ".new", ports.Select(port => $"server 127.0.0.1:{port};"));
        File.Move(file + ".new", file, overwrite: true);
    }

    public async Task<T?> Sql<T>(string sql, object args)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner", Database)));
        return await connection.QuerySingleOrDefaultAsync<T>(sql, args);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Web.DisposeAsync();
        foreach (var api in Apis)
            await api.DisposeAsync();

        await vendors.DisposeAsync();
        await TestRun.Drop(Database);
        certificates.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<Edge> Start()
    {
        var edge = new Edge(await TestRun.NewDatabase("delivery"), await Vendors.Start());
        try
        {
            await edge.Open();
            return edge;
        }
        catch
        {
            await edge.DisposeAsync();
            throw;
        }
    }

    private async Task Open()
    {
        Renew();
        Configuration.Write(Domain, "public");
        FrontEnd.Write(Configuration.At("html"));
        foreach (var api in Apis)
            await api.Start();

        Serve("api", [.. Apis.Select(api => api.Http.BaseAddress!.Port)]);
        Serve("web", Configuration.Ports.Web);
        await Web.Start(Configuration.Ports.Web);
        await Proxy.Start(Configuration.Ports.Https);
    }

    /// <summary>Its own counting is off, as in every test of a process: a 429 here is nginx's.</summary>
    private ApiProcess Api() => new(Database, vendors, Uploads.FullName, ("ACCEL_REDIRECT", "/uploads/"), ("TRUSTED_PROXIES", "127.0.0.1"), ("LOG_LEVEL", "Information"));

    private async ValueTask<Stream> Connect(string from, int port, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, port switch { 80 => Configuration.Ports.Http, 443 => Configuration.Ports.Https, 8443 => Configuration.Ports.Private, _ => port }, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}

/// <summary>Ends what these tests share.</summary>
[SetUpFixture]
internal sealed class EdgeEnds
{
    [OneTimeTearDown]
    public Task End() => Edge.End();
}
