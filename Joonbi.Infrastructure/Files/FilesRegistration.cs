using Joonbi.Application.Files;
using Joonbi.Domain.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Files;

internal static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services, InfrastructureSettings settings) => services
        .AddSingleton(new UploadPolicy { MaxFileSize = settings.MaxFileSize })
        .AddSingleton<IFileStore, LocalFileStore>()
        .AddScoped<IFileRepository, FileRepository>()
        .AddSingleton<FileSweep>()
        .AddHostedService(provider => provider.GetRequiredService<FileSweep>());
}
