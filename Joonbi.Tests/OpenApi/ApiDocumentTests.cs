using System.Text.Json;
using FluentValidation;
using Joonbi.Api;
using Joonbi.Api.OpenApi;
using Joonbi.Api.Security;
using Joonbi.Application;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.OpenApi;

/// <summary>What the document makes of routes, types and validators, shown with a few made for the purpose.</summary>
internal sealed class ApiDocumentTests
{
    private JsonElement document;

    private enum Kind
    {
        QuickOne,
        Thorough,
    }

    private sealed record Draft(Kind Kind, string Name, string? Mail, long Price, int? Days, IReadOnlyList<string> Urls, IReadOnlyList<Line> Lines, Guid? Attachment, DateOnly? Day, bool Shown = true);

    private sealed record Line(string Code, long Price);

    private sealed record Made(Guid Id, long Total, DateTimeOffset At, string? Note);

    private sealed class DraftValidator : AbstractValidator<Draft>
    {
        public DraftValidator()
        {
            RuleFor(draft => draft.Name).NotEmpty().Length(2, 100);
            RuleFor(draft => draft.Mail).EmailAddress().MaximumLength(254).Matches("@joonbi").When(draft => draft.Price > 5, ApplyConditionTo.CurrentValidator);
            RuleFor(draft => draft.Price).GreaterThanOrEqualTo(0).LessThan(1_000);
            RuleFor(draft => draft.Days).InclusiveBetween(1, 365);
            RuleFor(draft => draft.Urls).NotEmpty().MaximumItems(10);
            RuleForEach(draft => draft.Urls).MaximumLength(2_048).Matches("^https?://");
            When(draft => draft.Shown, () => RuleFor(draft => draft.Day).NotNull());
        }
    }

    [OneTimeSetUp]
    public async Task Generate()
    {
        NSwagAssembly.Redirect();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddApiDocument().AddRouting().ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        builder.Services.AddSingleton<IValidator<Draft>>(new DraftValidator()).AddSingleton<IValidator<PageRequest>>(new PageRequestValidator());
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        await using var server = builder.Build();
        var group = server.MapGroup("/api/things").WithTags("물건").RequireAuthorization(Policies.Customer);
        group.MapPost("/", (Draft draft) => TypedResults.Created("/", new Made(default, draft.Price, default, null))).WithName("makeThing").WithSummary("물건 만들기").WithMetadata(new DocumentedHeader("Idempotency-Key", "같은 요청을 다시 보낼 때", 255));
        group.MapGet("/", ([AsParameters] PageRequest page) => TypedResults.Ok(page.Of<Made>([], made => made.Id))).WithName("listThings").WithSummary("물건 목록");
        group.MapGet("/{id:guid}/content", (Guid id) => TypedResults.Bytes(id.ToByteArray())).WithName("getContent").WithSummary("내용").Produces(200, contentType: "application/octet-stream");
        group.MapGet("/{id:guid}/events", (Guid id) => TypedResults.ServerSentEvents(Events(id))).WithName("watchThing").WithSummary("소식");
        server.MapGet("/api/open", () => TypedResults.Ok(new Line("A", 1))).WithName("getOpen").WithSummary("공개").ProducesProblem(410);
        server.MapGet("/api/admin/all", () => TypedResults.NoContent()).WithName("listAll").WithSummary("모두").RequireAuthorization(Policies.Admin);
        server.MapPost("/api/internal/start", () => TypedResults.NoContent()).WithName("start").WithSummary("시작").RequireAuthorization(Policies.Clawdbot);
        await server.StartAsync();
        document = JsonSerializer.Deserialize<JsonElement>(await ApiDocument.Text(server.Services));
    }

    [TestCase("kind", """{"$ref":"#/components/schemas/Kind"}""")]
    [TestCase("name", """{"type":"string","maxLength":100,"minLength":2}""")]
    [TestCase("mail", """{"type":"string","format":"email","maxLength":254,"nullable":true}""")]
    [TestCase("price", """{"type":"integer","format":"int64","maximum":1000.0,"exclusiveMaximum":true,"minimum":0.0}""")]
    [TestCase("days", """{"type":"integer","format":"int32","maximum":365.0,"minimum":1.0,"nullable":true}""")]
    [TestCase("urls", """{"type":"array","maxItems":10,"minItems":1,"items":{"type":"string","maxLength":2048,"pattern":"^https?://"}}""")]
    [TestCase("lines", """{"type":"array","items":{"$ref":"#/components/schemas/Line"}}""")]
    [TestCase("attachment", """{"type":"string","format":"uuid","nullable":true}""")]
    [TestCase("day", """{"type":"string","format":"date","nullable":true}""")]
    public void A_member_says_what_its_validator_demands(string member, string schema) =>
        Assert.That(Sorted(Schema("Draft").GetProperty("properties").GetProperty(member)), Is.EqualTo(Sorted(JsonSerializer.Deserialize<JsonElement>(schema))));

    [Test]
    public void What_must_be_there_is_required() => Assert.Multiple(() =>
    {
        Assert.That(Texts(Schema("Draft").GetProperty("required")), Is.EquivalentTo(new[] { "kind", "name", "price", "urls", "lines" }));
        Assert.That(Texts(Schema("Made").GetProperty("required")), Is.EquivalentTo(new[] { "id", "total", "at" }));
        Assert.That(Schema("Draft").GetProperty("additionalProperties").GetBoolean(), Is.False);
    });

    [Test]
    public void Enums_are_the_words_of_the_wire() =>
        Assert.That(Texts(Schema("Kind").GetProperty("enum")), Is.EqualTo(new[] { "QUICK_ONE", "THOROUGH" }));

    [Test]
    public void A_query_says_what_its_validator_demands()
    {
        var limit = Operation("/api/things", "get").GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == "limit");

        Assert.That((limit.GetProperty("schema").GetProperty("minimum").GetDecimal(), limit.GetProperty("schema").GetProperty("maximum").GetDecimal()), Is.EqualTo((1m, 100m)));
        Assert.That(limit.TryGetProperty("required", out _), Is.False);
    }

    [TestCase("/api/things", "post", "201,400,401,409,413,415,422,429,503")]
    [TestCase("/api/things", "get", "200,400,401,429,503")]
    [TestCase("/api/things/{id}/content", "get", "200,401,404,429,503")]
    [TestCase("/api/open", "get", "200,410,429,503")]
    [TestCase("/api/admin/all", "get", "204,401,403,429,503")]
    [TestCase("/api/internal/start", "post", "204,401,409,429,503")]
    public void An_operation_lists_each_answer_it_can_give(string path, string method, string statuses)
    {
        var responses = Operation(path, method).GetProperty("responses").EnumerateObject().ToList();

        Assert.That(responses.Select(response => response.Name).Order(), Is.EqualTo(statuses.Split(',')));
        foreach (var response in responses.Where(response => response.Name[0] == '4' || response.Name == "503"))
            Assert.That(response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString(), Is.EqualTo("#/components/schemas/ProblemDocument"));
    }

    [TestCase("/api/things", "post", "bearer")]
    [TestCase("/api/admin/all", "get", "bearer")]
    [TestCase("/api/internal/start", "post", "internalApiKey")]
    [TestCase("/api/open", "get", null)]
    public void An_operation_says_what_to_show(string path, string method, string? scheme) =>
        Assert.That(Operation(path, method).TryGetProperty("security", out var needs) ? needs[0].EnumerateObject().Single().Name : null, Is.EqualTo(scheme));

    [Test]
    public void A_header_that_a_filter_reads_is_told()
    {
        var header = Operation("/api/things", "post").GetProperty("parameters").EnumerateArray().Single();

        Assert.That((header.GetProperty("name").GetString(), header.GetProperty("in").GetString(), header.GetProperty("schema").GetProperty("maxLength").GetInt32()), Is.EqualTo(("Idempotency-Key", "header", 255)));
    }

    [Test]
    public void Files_and_streams_are_what_they_are() => Assert.Multiple(() =>
    {
        Assert.That(Operation("/api/things/{id}/content", "get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/octet-stream").GetProperty("schema").GetProperty("format").GetString(), Is.EqualTo("binary"));
        Assert.That(Operation("/api/things/{id}/events", "get").GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(content => content.Name), Is.EqualTo(new[] { "text/event-stream" }));
    });

    private JsonElement Operation(string path, string method) => document.GetProperty("paths").GetProperty(path).GetProperty(method);

    private JsonElement Schema(string name) => document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());

    private static string Sorted(JsonElement element) => element.ValueKind is JsonValueKind.Object
        ? "{" + string.Join(',', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Sorted(member.Value)}")) + "}"
        : element.ToString();

    private static async IAsyncEnumerable<Made> Events(Guid id)
    {
        await Task.Yield();
        yield return new Made(id, 1, default, null);
    }
}
