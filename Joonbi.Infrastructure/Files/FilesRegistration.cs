using Joonbi.Application.Files;
using Joonbi.Domain.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Files;

internal static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<IFileStore, LocalFileStore>()
        .AddScoped<IFileRepository, FileRepository>();
}
