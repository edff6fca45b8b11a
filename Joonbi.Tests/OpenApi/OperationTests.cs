using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Api.OpenApi;
using Joonbi.Api.Security;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.OpenApi;

/// <summary>Every route of the service, held against what api clients are promised.</summary>
internal sealed partial class OperationTests : ApiTest
{
    /// <summary>Below each of these a route may be open to all; everywhere else it needs a policy.</summary>
    private static readonly string[] Open =
    [
        "GET /api/health", "GET /api/prices", "GET /api/events/slots", "GET /api/portfolios", "GET /api/shared/", "HEAD /api/shared/",
        "POST /api/auth/", "POST /api/payments/webhook", "POST /api/emails/webhook",
    ];

    [Test]
    public async Task Has_a_unique_name_a_tag_and_a_Korean_summary()
    {
        var operations = await Operations();

        Assert.Multiple(() =>
        {
            Assert.That(operations.Select(operation => operation.Name), Is.Unique);
            foreach (var (path, _, operation, name) in operations)
            {
                Assert.That(name, Does.Match("^[a-z]+([A-Z][a-z0-9]*)+$"), path);
                Assert.That(operation.TryGetProperty("tags", out var tags) ? tags.GetArrayLength() : 0, Is.EqualTo(1), $"{path} needs a tag");
                Assert.That(operation.TryGetProperty("summary", out var summary) ? summary.GetString() : "", Does.Match("[가-힣]"), $"{path} needs a Korean summary");
            }
        });
    }

    [Test]
    public async Task Answers_with_a_type_or_with_nothing() => Assert.Multiple(async () =>
    {
        foreach (var (path, method, operation, _) in await Operations())
        {
            foreach (var answer in operation.GetProperty("responses").EnumerateObject())
            {
                var described = answer.Value.TryGetProperty("content", out var content) && content.EnumerateObject().All(body => body.Value.TryGetProperty("schema", out var schema) && schema.EnumerateObject().Any());
                Assert.That(described || answer.Name is "201" or "202" or "204" or "302" or "304", $"{method} {path} says nothing of its {answer.Name}");
            }

            Assert.That(operation.GetProperty("responses").EnumerateObject().Any(answer => answer.Name[0] is '2' or '3'), $"{method} {path} has no success");
        }
    });

    [Test]
    public async Task Takes_only_typed_input() => Assert.Multiple(async () =>
    {
        foreach (var (path, method, operation, _) in await Operations())
        {
            if (operation.TryGetProperty("requestBody", out var body))
                Assert.That(body.GetProperty("content").EnumerateObject().All(content => content.Value.GetProperty("schema").EnumerateObject().Any()), $"{method} {path} does not describe its body");
            foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
                Assert.That(parameter.GetProperty("schema").TryGetProperty("type", out _) || parameter.GetProperty("schema").EnumerateObject().Any(), $"{method} {path} does not describe {parameter}");
        }
    });

    [Test]
    public void Needs_the_policy_of_its_area() => Assert.Multiple(() =>
    {
        foreach (var (method, path, endpoint) in Routes())
        {
            var policy = SecurityNeeds.Policy(endpoint.Metadata);
            if (path.StartsWith("/api/admin/", StringComparison.Ordinal))
                Assert.That(policy, Is.EqualTo(Policies.Admin), $"{method} {path}");
            else if (path.StartsWith("/api/internal/", StringComparison.Ordinal))
                Assert.That(policy, Is.EqualTo(Policies.Clawdbot), $"{method} {path}");
            else if (policy is null)
                Assert.That(Open.Any(open => $"{method} {path}".StartsWith(open, StringComparison.Ordinal)), $"{method} {path} is open to all");
        }
    });

    [Test]
    public void Lives_below_api_and_is_in_the_document() =>
        Assert.That(Routes().Where(route => !route.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(route => route.Path), Is.SubsetOf(new[] { "/metrics" }));

    private static IEnumerable<(string Method, string Path, Microsoft.AspNetCore.Http.Endpoint Endpoint)> Routes() =>
        from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "}"), (Microsoft.AspNetCore.Http.Endpoint)endpoint);

    private static async Task<IReadOnlyList<(string Path, string Method, JsonElement Operation, string Name)>> Operations()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await ApiDocument.Text(App.Services));
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select (path.Name, method.Name.ToUpperInvariant(), method.Value, method.Value.GetProperty("operationId").GetString()!),
        ];
    }

    [GeneratedRegex(":[a-z()0-9]+}")]
    private static partial Regex Constraint();
}
