using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Joonbi.Tests.Support;

/// <summary>One event of a stream; a lone comment or retry hint has neither name nor data.</summary>
internal sealed record Frame(string? Id, string? Event, JsonElement Data, string Text)
{
    public string? Status => Data.GetProperty("status").GetString();
}

/// <summary>Server-sent events as a client reads them, one after another.</summary>
internal sealed class LiveStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly StreamReader reader;

    private LiveStream(HttpResponseMessage response, StreamReader reader) => (Response, this.reader) = (response, reader);

    public HttpResponseMessage Response { get; }

    public static async Task<LiveStream> Open(HttpClient client, string path, long? lastEventId = null, string? token = null)
    {
        var response = await Ask(client, path, lastEventId, token);
        if (response.StatusCode != HttpStatusCode.OK)
            Assert.Fail($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");

        return new LiveStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    public static Task<HttpResponseMessage> Ask(HttpClient client, string path, long? lastEventId = null, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = client.DefaultRequestVersion, VersionPolicy = client.DefaultVersionPolicy };
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId.ToString());
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Whatever comes next; null at the end.</summary>
    public async Task<Frame?> NextOfAnyKind()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length > 0)
                lines.Add(line);
            else if (lines.Count > 0)
                return new Frame(Field(lines, "id"), Field(lines, "event"), Field(lines, "data") is { } data ? JsonSerializer.Deserialize<JsonElement>(data) : default, string.Join('\n', lines));
        }

        return null;
    }

    /// <summary>The next event; null at the end.</summary>
    public async Task<Frame?> Next()
    {
        while (await NextOfAnyKind() is { } frame)
        {
            if (frame.Event is not null)
                return frame;
        }

        return null;
    }

    /// <summary>Everything up to the end.</summary>
    public async Task<IReadOnlyList<Frame>> Rest()
    {
        var frames = new List<Frame>();
        while (await Next() is { } frame)
            frames.Add(frame);

        return frames;
    }

    public void Dispose()
    {
        reader.Dispose();
        Response.Dispose();
    }

    private static string? Field(IEnumerable<string> lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))?[(name.Length + 2)..];
}
