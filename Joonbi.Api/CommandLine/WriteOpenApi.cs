using Joonbi.Api.Configuration;
using Joonbi.Api.OpenApi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace Joonbi.Api.CommandLine;

/// <summary>
/// <c>openapi --output FILE</c>: the service is composed as ever, but it listens nowhere, runs no background work and needs
/// none of its settings, so it works without database and network.
/// </summary>
internal static class WriteOpenApi
{
    public static async Task<int> Run(string[] options)
    {
        if (options is not ["--output", var file])
        {
            await Console.Error.WriteLineAsync("openapi --output FILE");
            return 64;
        }

        var builder = WebApplication.CreateBuilder();
        await using var app = Server.Compose(builder, Settings.Read(builder.Configuration), services =>
        {
            for (var index = services.Count - 1; index >= 0; index--)
            {
                if (services[index].ServiceType == typeof(IHostedService))
                    services.RemoveAt(index);
            }

            services.AddSingleton<IServer, Nowhere>();
            services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        });
        await app.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await File.WriteAllTextAsync(file, await ApiDocument.Text(app.Services));
        await app.StopAsync();
        return 0;
    }

    /// <summary>A server without a socket: starting it builds the routes, which is all that is wanted.</summary>
    private sealed class Nowhere : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
