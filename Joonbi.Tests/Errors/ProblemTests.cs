using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Joonbi.Api;
using Joonbi.Api.Errors;
using Joonbi.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Joonbi.Tests.Errors;

/// <summary>The way from any failure to a problem document, on a real server with routes that fail on purpose.</summary>
internal sealed class ProblemTests
{
    private WebApplication server = null!;
    private HttpClient client = null!;
    private readonly Recorder log = new();

    private sealed record Order(string Name, int Count, string? Note, IReadOnlyList<Line> Lines);

    private sealed record Line(string Code, long Price);

    private sealed class Page
    {
        public int? Limit { get; init; }
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1_048_576);
        builder.Services.AddProblems().AddRouting().ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        server = builder.Build();
        server.UseProblems();
        server.MapPost("/orders", (Order order) => order.Name);
        server.MapGet("/list", (int? limit) => limit);
        server.MapGet("/page", ([AsParameters] Page page) => page.Limit);
        server.MapGet("/bug", string () => throw new InvalidOperationException("select password_hash from users at /srv/app"));
        server.MapGet("/refused", string () => throw new ConflictException("ALREADY_RUNNING", "이미 진행 중입니다.") { Facts = new Dictionary<string, object?> { ["currentStatus"] = "ANALYZING" } });
        server.MapGet("/often", string () => throw new TooManyAttemptsException(TimeSpan.FromSeconds(7.2)));
        server.MapGet("/nothing", () => TypedResults.NotFound());
        await server.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [TestCase("""{"count":1,"lines":[]}""", "name", "필수 항목입니다.")]
    [TestCase("""{"name":"빵","count":1,"lines":[],"price":1}""", "price", "알 수 없는 항목입니다.")]
    [TestCase("""{"name":"빵","count":"한 개","lines":[]}""", "count", "형식이 올바르지 않습니다.")]
    [TestCase("""{"name":null,"count":1,"lines":[]}""", "name", "비워 둘 수 없습니다.")]
    [TestCase("""{"name":"빵","count":1,"lines":[{"code":"A","price":1},{"code":"B"}]}""", "lines[1].price", "필수 항목입니다.")]
    [TestCase("""{"name":"빵","count":1,"lines":[{"code":"A","price":1.5}]}""", "lines[0].price", "형식이 올바르지 않습니다.")]
    public async Task A_body_that_does_not_fit_names_the_field(string body, string field, string text)
    {
        var problem = await Problem(await Post(body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").EnumerateObject().Select(error => (error.Name, error.Value[0].GetString())), Is.EqualTo(new[] { (field, text) }));
    }

    [TestCase("""{"name":""")]
    [TestCase("")]
    [TestCase("[]")]
    public async Task A_body_that_is_no_such_JSON_is_malformed(string body) =>
        await Problem(await Post(body), HttpStatusCode.BadRequest, "MALFORMED_REQUEST");

    [TestCase("/list?limit=many")]
    [TestCase("/page?limit=many")]
    public async Task A_query_that_does_not_fit_names_the_parameter(string path)
    {
        var problem = await Problem(await client.GetAsync(path), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").GetProperty("limit")[0].GetString(), Is.EqualTo("형식이 올바르지 않습니다."));
    }

    [Test]
    public async Task A_body_of_another_type_is_415() =>
        await Problem(await client.PostAsync("/orders", new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.UnsupportedMediaType, "MEDIA_TYPE_UNSUPPORTED");

    [Test]
    public async Task A_body_over_1_MiB_is_413() =>
        await Problem(await client.PostAsJsonAsync("/orders", new { name = new string('x', 1_048_577), count = 1, lines = Array.Empty<object>() }), HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");

    [Test]
    public async Task A_route_that_does_not_exist_is_404() =>
        await Problem(await client.GetAsync("/nowhere"), HttpStatusCode.NotFound, "ROUTE_NOT_FOUND");

    [Test]
    public async Task A_route_that_finds_nothing_is_404() =>
        await Problem(await client.GetAsync("/nothing"), HttpStatusCode.NotFound, "NOT_FOUND");

    [Test]
    public async Task A_method_that_the_route_lacks_is_405() =>
        await Problem(await client.DeleteAsync("/orders"), HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");

    [Test]
    public async Task A_refusal_carries_its_code_its_text_and_its_facts()
    {
        var problem = await Problem(await client.GetAsync("/refused"), HttpStatusCode.Conflict, "ALREADY_RUNNING");

        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo("이미 진행 중입니다."));
        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("ANALYZING"));
    }

    [Test]
    public async Task Too_often_tells_when_to_come_back()
    {
        var response = await client.GetAsync("/often");

        await Problem(response, HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS");
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(8)));
    }

    [Test]
    public async Task A_bug_leaks_nothing_and_is_logged_once()
    {
        log.Lines.Clear();
        var response = await client.GetAsync("/bug");

        var problem = await Problem(response, HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
        Assert.That(problem.ToString(), Does.Not.Contain("password_hash").And.Not.Contain("/srv").And.Not.Contain("Exception"));
        Assert.That(log.Lines.Where(line => line.Exception is InvalidOperationException).Select(line => line.Level), Is.EqualTo(new[] { LogLevel.Error }));
    }

    [Test]
    public async Task A_problem_is_told_to_clients_that_accept_something_else()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/refused") { Headers = { { "Accept", "text/event-stream" } } };

        await Problem(await client.SendAsync(request), HttpStatusCode.Conflict, "ALREADY_RUNNING");
    }

    private Task<HttpResponseMessage> Post(string body) => client.PostAsync("/orders", new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<JsonElement> Problem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code), text);
        Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo((int)status), text);
        Assert.That(problem.GetProperty("type").GetString(), Is.Not.Empty, text);
        Assert.That(problem.GetProperty("title").GetString(), Is.Not.Empty, text);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Match("[가-힣]"), text);
        Assert.That(problem.GetProperty("traceId").GetString(), Is.Not.Empty, text);
        return problem;
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public List<(LogLevel Level, Exception? Exception)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add((logLevel, exception));

        public void Dispose()
        {
        }
    }
}
