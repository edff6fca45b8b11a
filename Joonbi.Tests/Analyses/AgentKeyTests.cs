using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

internal sealed class AgentKeyTests : ApiTest
{
    private static readonly string[] Routes =
    [
        "GET pending", "GET {id}", "POST {id}/analysis/start", "POST {id}/analysis/progress", "POST {id}/analysis",
        "POST {id}/designs", "POST {id}/analysis/fail",
    ];

    [Test]
    public async Task Every_route_refuses_a_missing_wrong_truncated_or_doubled_key([ValueSource(nameof(Routes))] string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{id}", (await Requested(await Customer())).ToString()));
        string?[] wrong = [null, "", "x", JoonbiApp.ClawdbotKey[..^1], JoonbiApp.ClawdbotKey + "x", JoonbiApp.ClawdbotKey.ToUpperInvariant()];

        foreach (var key in wrong)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/internal/consultations/{path}");
            if (key is not null)
                request.Headers.TryAddWithoutValidation("x-internal-api-key", key);
            await Refused(App.AsNobody(), request);
        }

        using var twice = new HttpRequestMessage(new HttpMethod(method), $"/api/internal/consultations/{path}");
        twice.Headers.TryAddWithoutValidation("x-internal-api-key", [JoonbiApp.ClawdbotKey, JoonbiApp.ClawdbotKey]);
        await Refused(App.AsNobody(), twice);
    }

    [Test]
    public async Task A_signed_in_person_is_not_the_agent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/internal/consultations/pending");

        await Refused(App.As(await Admin()), request);
    }

    private static async Task Refused(HttpClient client, HttpRequestMessage request)
    {
        using (client)
            await Problem(await client.SendAsync(request), HttpStatusCode.Unauthorized, "INTERNAL_KEY_INVALID");
    }
}
