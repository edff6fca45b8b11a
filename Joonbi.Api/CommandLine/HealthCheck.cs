namespace Joonbi.Api.CommandLine;

/// <summary>
/// <c>health</c>: asks the service in the same container whether it is ready, as the container's health check, since its image
/// has neither a shell nor curl. It reads nothing but <c>PORT</c>: it runs every few seconds.
/// </summary>
internal static class HealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> Run(TextWriter output)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT") ?? "4000"}/api/health/ready");
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            await output.WriteLineAsync("응답이 없습니다.");
            return 1;
        }
    }
}
