using System.Net.Http.Headers;
using System.Text.Json;

namespace Joonbi.Sandbox.Site;

/// <summary>The public API, for the few pages that mails link to; there may be no front end on a newcomer's machine yet.</summary>
internal sealed class SiteApi(HttpClient http, SandboxSettings settings)
{
    public Task<(bool Ok, JsonElement? Body)> Post(string path, object body, CancellationToken ct, string? token = null) =>
        Ask(HttpMethod.Post, path, JsonContent.Create(body), token, ct);

    public Task<(bool Ok, JsonElement? Body)> Put(string path, object body, CancellationToken ct, string? token = null) =>
        Ask(HttpMethod.Put, path, JsonContent.Create(body), token, ct);

    public Task<(bool Ok, JsonElement? Body)> Get(string path, CancellationToken ct, string? token = null) =>
        Ask(HttpMethod.Get, path, null, token, ct);

    private async Task<(bool Ok, JsonElement? Body)> Ask(HttpMethod method, string path, HttpContent? content, string? token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, settings.ApiUrl + path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            return (response.IsSuccessStatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : null);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return (false, null);
        }
    }
}
