using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Bench;

/// <summary>
/// What the API is held against: Kestrel, one route, the same SQL by Npgsql alone, every row and column read, and the API's
/// own bytes written. No authentication, no routing of many, no mapping, no serialising, no log.
/// </summary>
internal static class BareServer
{
    public static async Task<int> Run(string[] args)
    {
        var (port, database, sql, bytes, user, id) = (args[0], args[1], await File.ReadAllTextAsync(args[2]), await File.ReadAllBytesAsync(args[3]), Guid.Parse(args[4]), Guid.Parse(args[5]));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        await using var source = NpgsqlDataSource.Create(DatabaseAddress.ToConnectionString(database));
        app.Run(async context =>
        {
            await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters =
                {
                    new("UserId", user), new("Id", id), new("Take", 21), new("Before", Guid.AllBitsSet), new("AnalysisFee", 100_000L), new("Now", TimeProvider.System.GetUtcNow().UtcDateTime),
                    new("Status", NpgsqlTypes.NpgsqlDbType.Text) { Value = DBNull.Value },
                },
            };
            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            while (await reader.ReadAsync(context.RequestAborted))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    _ = reader.GetValue(i);
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
