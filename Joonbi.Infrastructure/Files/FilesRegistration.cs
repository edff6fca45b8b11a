using Joonbi.Application.Files;
using Joonbi.Domain.Files;
using Joonbi.Infrastructure.S3;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Joonbi.Infrastructure.Files;

internal static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services, InfrastructureSettings settings) => services
        .AddSingleton(new UploadPolicy { MaxFileSize = settings.MaxFileSize })
        .AddStores(settings)
        .AddScoped<IFileRepository, FileRepository>()
        .AddSingleton<FileSweep>()
        .AddHostedService(provider => provider.GetRequiredService<FileSweep>());

    /// <summary>Without a bucket nothing here touches the SDK, so that it is not even loaded.</summary>
    private static IServiceCollection AddStores(this IServiceCollection services, InfrastructureSettings settings)
    {
        services.AddSingleton<LocalFileStore>();
        return settings.S3 is { } s3
            ? services.AddBucket(s3).AddSingleton<IFileStore, FolderAndBucket>()
            : services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<LocalFileStore>());
    }

    private static IServiceCollection AddBucket(this IServiceCollection services, S3Settings settings) =>
        services
        .AddSingleton(settings)
        .AddSingleton<S3Connection>()
        .AddSingleton<S3FileStore>()
        .AddSingleton(services =>
        {
            var (folder, bucket) = (services.GetRequiredService<LocalFileStore>(), services.GetRequiredService<S3FileStore>());
            var (database, clock) = (services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<TimeProvider>());
            return services.GetRequiredService<InfrastructureSettings>().StoresInBucket
                ? new FileMove(folder, bucket, TimeSpan.Zero, database, clock)
                : new FileMove(bucket, folder, S3FileStore.LinkLife, database, clock);
        });
}
