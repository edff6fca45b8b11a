using System.Text.Json;

namespace Joonbi.Sandbox.Site;

/// <summary>The public API, for the few pages that mails link to; there may be no front end on a newcomer's machine yet.</summary>
internal sealed class SiteApi(HttpClient http, SandboxSettings settings)
{
    public async Task<(bool Ok, JsonElement? Body)> Post(string path, object body, CancellationToken ct) =>
        await Read(() => http.PostAsJsonAsync(settings.ApiUrl + path, body, ct), ct);

    public async Task<(bool Ok, JsonElement? Body)> Get(string path, CancellationToken ct) =>
        await Read(() => http.GetAsync(settings.ApiUrl + path, ct), ct);

    private static async Task<(bool Ok, JsonElement? Body)> Read(Func<Task<HttpResponseMessage>> ask, CancellationToken ct)
    {
        try
        {
            using var response = await ask();
            var text = await response.Content.ReadAsStringAsync(ct);
            return (response.IsSuccessStatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : null);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return (false, null);
        }
    }
}
