using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Api.OpenApi;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Ownership;

/// <summary>
/// Walks every operation of the API's document: a route added tomorrow is tried without anybody's thinking of it, and one that
/// names something new fails until <see cref="Belongings"/> has it.
/// </summary>
internal sealed class OwnershipTests : ApiTest
{
    /// <summary>A body that is valid by its shape, so that the refusal is about whose it is.</summary>
    private static readonly Dictionary<string, object> Bodies = new()
    {
        ["changeConsultation"] = new { projectName = "내 것" },
        ["postConsultationMessage"] = new { body = "안녕하세요" },
        ["giveRefundAccount"] = new { bank = "SHINHAN", number = "110123456789", holderName = "김민아" },
    };

    [Test]
    public async Task Another_customers_ids_do_not_exist_on_any_route()
    {
        var things = await Belongings.Of(App, await Customer("주인"));
        using var stranger = App.As(await Customer("낯선 사람"));
        var named = (await Operations()).Where(operation => operation.ByToken && operation.Path.Contains('{') && !operation.Of("/api/admin/")).ToList();

        Assert.That(named, Is.Not.Empty);
        foreach (var operation in named)
        {
            var path = things.Fill(operation.Path);
            Assert.That(path, Is.Not.Null, $"{operation.Path} names something that {nameof(Belongings)} does not have");
            using var answer = await stranger.SendAsync(operation.Request(path!));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), $"{operation.Method} {path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Test]
    public async Task The_same_ids_exist_for_their_owner()
    {
        var things = await Belongings.Of(App, await Customer("주인"));
        using var owner = App.As(things.Owner);
        foreach (var operation in (await Operations()).Where(operation => operation.ByToken && operation.Path.Contains('{') && !operation.Of("/api/admin/") && operation.Method is "GET"))
        {
            // The bytes of these files were never stored, and a stream has no end: that the row is found is what counts.
            if (operation.Path.EndsWith("/content", StringComparison.Ordinal))
                continue;

            using var answer = await owner.SendAsync(operation.Request(things.Fill(operation.Path)!), HttpCompletionOption.ResponseHeadersRead);
            Assert.That(answer.IsSuccessStatusCode, $"{operation.Method} {operation.Path}: {answer.StatusCode}");
        }
    }

    [Test]
    public async Task Another_customers_things_are_in_no_list()
    {
        var things = await Belongings.Of(App, await Customer("주인"));
        using var stranger = App.As(await Customer("낯선 사람"));
        foreach (var operation in (await Operations()).Where(operation => operation.ByToken && !operation.Path.Contains('{') && !operation.Of("/api/admin/") && operation.Method is "GET"))
        {
            var text = await (await stranger.GetAsync(operation.Path)).Content.ReadAsStringAsync();
            foreach (var id in new[] { things.Consultation, things.Document, things.Attachment, things.Upload, things.Notification, things.Owner.Id })
                Assert.That(text, Does.Not.Contain(id.ToString()), operation.Path);
        }
    }

    [Test]
    public async Task Nobody_gets_in_without_a_token()
    {
        var things = await Belongings.Of(App, await Customer("주인"));
        using var nobody = App.AsNobody();
        foreach (var operation in (await Operations()).Where(operation => operation.ByToken))
        {
            using var answer = await nobody.SendAsync(operation.Request(things.Fill(operation.Path) ?? operation.AnyPath));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"{operation.Method} {operation.Path}");
        }
    }

    [Test]
    public async Task A_customer_is_no_admin()
    {
        using var customer = App.As(await Customer());
        foreach (var operation in (await Operations()).Where(operation => operation.Of("/api/admin/")))
        {
            using var answer = await customer.SendAsync(operation.Request(operation.AnyPath));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{operation.Method} {operation.Path}");
        }
    }

    [Test]
    public async Task The_internal_routes_refuse_a_missing_wrong_truncated_or_doubled_key()
    {
        string?[] wrong = [null, "", "x", JoonbiApp.ClawdbotKey[..^1], JoonbiApp.ClawdbotKey + "x", JoonbiApp.ClawdbotKey.ToUpperInvariant()];
        using var client = App.AsNobody();
        var routes = (await Operations()).Where(operation => operation.Of("/api/internal/")).ToList();

        Assert.That(routes, Has.Count.GreaterThanOrEqualTo(7));
        foreach (var operation in routes)
        {
            foreach (var key in wrong)
                await Refused(client, operation, key is null ? [] : [key]);

            await Refused(client, operation, [JoonbiApp.ClawdbotKey, JoonbiApp.ClawdbotKey]);
        }
    }

    [Test]
    public async Task A_signed_in_person_is_not_the_agent()
    {
        using var admin = App.As(await Admin());
        foreach (var operation in (await Operations()).Where(operation => operation.Of("/api/internal/")))
            await Problem(await admin.SendAsync(operation.Request(operation.AnyPath)), HttpStatusCode.Unauthorized, "INTERNAL_KEY_INVALID");
    }

    private static async Task Refused(HttpClient client, Operation operation, string[] keys)
    {
        using var request = operation.Request(operation.AnyPath);
        if (keys.Length > 0)
            request.Headers.TryAddWithoutValidation("x-internal-api-key", keys);

        await Problem(await client.SendAsync(request), HttpStatusCode.Unauthorized, "INTERNAL_KEY_INVALID");
    }

    private static async Task<IReadOnlyList<Operation>> Operations()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await ApiDocument.Text(App.Services));
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select new Operation(
                   method.Name.ToUpperInvariant(),
                   path.Name,
                   method.Value.GetProperty("operationId").GetString()!,
                   method.Value.TryGetProperty("security", out var needs) && needs.GetArrayLength() > 0 && !path.Name.StartsWith("/api/internal/", StringComparison.Ordinal)),
        ];
    }

    private sealed record Operation(string Method, string Path, string Name, bool ByToken)
    {
        public string AnyPath => System.Text.RegularExpressions.Regex.Replace(Path, "{[a-zA-Z]+}", Guid.AllBitsSet.ToString());

        public bool Of(string area) => Path.StartsWith(area, StringComparison.Ordinal);

        public HttpRequestMessage Request(string path) => new(new HttpMethod(Method), path)
        {
            Content = Method is "GET" or "DELETE" && !Bodies.ContainsKey(Name) ? null : JsonContent.Create(Bodies.GetValueOrDefault(Name) ?? new { }),
        };
    }
}
