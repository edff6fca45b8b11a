using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Payments;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Repeats;

/// <summary>A test that sends requests under keys of the sender's own.</summary>
internal abstract class RepeatTest : PaymentTest
{
    protected static Task<HttpResponseMessage> Post(TestUser user, string path, object? body = null, string key = "key-1") =>
        Keyed(user, key).PostAsync(path, body as HttpContent ?? (body is null ? null : JsonContent.Create(body)));

    protected static HttpClient Keyed(TestUser user, string key)
    {
        var client = App.As(user);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", key);
        return client;
    }

    /// <summary>All that a client can tell two answers apart by.</summary>
    protected static async Task<string> All(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {answer.Headers.Location} {answer.Headers.ETag} {answer.Headers.CacheControl} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}";

    protected static Task<int> Count(string table) => App.Sql<int>($"select count(*)::int from {table}");

    protected static Task<HttpResponseMessage> Reused(HttpResponseMessage answer) => Refused(answer, "IDEMPOTENCY_KEY_REUSED");

    protected static async Task<HttpResponseMessage> Refused(HttpResponseMessage answer, string code)
    {
        await Problem(answer, HttpStatusCode.Conflict, code);
        return answer;
    }
}
