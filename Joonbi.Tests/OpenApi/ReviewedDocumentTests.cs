using Joonbi.Api.OpenApi;
using Joonbi.Tests.Sandbox;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.OpenApi;

/// <summary>Front ends are generated from <c>docs/openapi.json</c>: a change of the interface is a change of that file, for all to review.</summary>
internal sealed class ReviewedDocumentTests : ApiTest
{
    private const string Remedy = "The interface has changed: run ./joonbi openapi, look at the difference, and commit docs/openapi.json.";

    [Test]
    public async Task Is_what_the_routes_say() =>
        Assert.That(FirstDifference(await Reviewed(), await ApiDocument.Text(App.Services)), Is.Null, Remedy);

    [Test]
    public async Task Is_what_the_build_wrote() =>
        Assert.That(FirstDifference(await Reviewed(), await File.ReadAllTextAsync(ProjectFiles.Path("artifacts", "openapi", "v1.json"))), Is.Null, Remedy);

    private static Task<string> Reviewed() => File.ReadAllTextAsync(ProjectFiles.Path("docs", "openapi.json"));

    private static string? FirstDifference(string reviewed, string made) =>
        reviewed == made ? null
        : reviewed.Split('\n').Zip(made.Split('\n')).Select((pair, line) => (pair.First, pair.Second, Line: line + 1)).FirstOrDefault(pair => pair.First != pair.Second) is { Line: > 0 } at
            ? $"line {at.Line}: \"{at.First.Trim()}\" there, \"{at.Second.Trim()}\" now"
            : "one is longer than the other";
}
