using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Analyses;

/// <summary>Clawdbot at work on one consultation: its calls over HTTP, with well-formed content unless a test says otherwise.</summary>
internal sealed class Agent(HttpClient client, Guid consultationId) : IDisposable
{
    public Agent(JoonbiApp app, Guid consultationId) : this(app.AsClawdbot(), consultationId) { }

    public Guid? RunId { get; set; }

    public async Task<Agent> Started(string? key = null)
    {
        var answer = await Start(key);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, text);
        RunId = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("runId").GetGuid();
        return this;
    }

    public Task<HttpResponseMessage> Start(string? key = null) => Post("analysis/start", null, ("Idempotency-Key", key));

    public Task<HttpResponseMessage> Progress(int percent, string stage = "요구사항 정리", string? note = null) =>
        Post("analysis/progress", new { percent, stage, note });

    public Task<HttpResponseMessage> Give(object? analysis = null) => Post("analysis", analysis ?? SomeAnalysis());

    public Task<HttpResponseMessage> Design(object? designs = null) => Post("designs", designs ?? SomeDesigns());

    public Task<HttpResponseMessage> Deliver(object? documents = null) => Post("documents", documents ?? SomeDocuments());

    public Task<HttpResponseMessage> Fail(string error = "모델이 응답하지 않습니다.") => Post("analysis/fail", new { error });

    public Task<HttpResponseMessage> Get() => client.GetAsync($"/api/internal/consultations/{consultationId}");

    public Task<HttpResponseMessage> Post(string path, object? body, (string Name, string? Value)? header = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/internal/consultations/{consultationId}/{path}");
        request.Content = body switch
        {
            null => null,
            string json => new StringContent(json, null, "application/json"),
            _ => JsonContent.Create(body, body.GetType()),
        };
        if (header is ({ } name, { } value))
            request.Headers.TryAddWithoutValidation(name, value);
        if (RunId is { } runId)
            request.Headers.Add("x-run-id", runId.ToString());

        return client.SendAsync(request);
    }

    public static object SomeAnalysis(
        string feasibility = "FEASIBLE", long estimatedMin = 3_000_000, long estimatedMax = 5_000_000, int estimatedDays = 30, string? rejectReason = null) => new
    {
        feasibility,
        estimatedMin,
        estimatedMax,
        estimatedDays,
        features = new[] { new { name = "예약", description = "날짜와 시간을 고릅니다.", price = 150_000, required = true } },
        risks = new[] { "사진이 준비되어 있지 않습니다." },
        rejectReason,
    };

    public static object SomeDesigns(string figmaUrl = "https://www.figma.com/design/AbC123/bakery", string screenName = "홈") => new
    {
        figmaFileUrl = figmaUrl,
        screens = new[] { new { screenId = "s1", screenName, figmaUrl = figmaUrl + "?node-id=1-2", imageUrl = "https://images.example.com/1.png" } },
    };

    public static object SomeDocuments(string quotation = "| 항목 | 금액 |\n|---|---:|\n| 로그인/회원가입 | ₩200,000 |") => new
    {
        analysis = "# 업무분석서\n\n동네빵집의 업무를 정리했습니다.",
        requirements = "# 요구사항명세서\n\n- FR-01 예약",
        plan = "# 샘플기획서\n\n1. 홈",
        quotation,
    };

    public void Dispose() => client.Dispose();
}
