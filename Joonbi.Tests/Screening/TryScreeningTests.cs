using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Screening;

internal sealed class TryScreeningTests : ApiTest
{
    [Test]
    public async Task Says_which_rule_hits_and_where_in_the_text_as_it_was_written()
    {
        const string text = "안녕하세요!  온라인 카\u200B지노 사이트를 만들어 주세요.";

        var verdict = await Try(new { text });

        var hit = verdict.GetProperty("hits").EnumerateArray().Single();
        Assert.That((verdict.GetProperty("refused").GetBoolean(), verdict.GetProperty("reason").GetString()), Is.EqualTo((true, "카지노와 관련된 사이트는 제작하지 않습니다.")));
        Assert.That((hit.GetProperty("rule").GetString(), hit.GetProperty("category").GetString(), hit.GetProperty("term").GetString()), Is.EqualTo(("카지노", "FORBIDDEN_CONTENT", "*카지노")));
        Assert.That(text[hit.GetProperty("start").GetInt32()..hit.GetProperty("end").GetInt32()].TrimEnd(), Is.EqualTo("카\u200B지노"));
        Assert.That(hit.GetProperty("ruleId").GetGuid(), Is.EqualTo(await App.Sql<Guid>("select id from screening_rules where name = '카지노'")));
        Assert.That(hit.GetProperty("excuse").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("성인 교육 기관 홈페이지", "성인 PHRASE 성인 교육")]
    [TestCase("도박 사이트가 아닙니다", "도박 NEGATION ")]
    [TestCase("도박, 카지노 사이트가 아닙니다", "도박 ENUMERATION |카지노 NEGATION ")]
    public async Task Says_why_a_term_that_stands_there_is_no_reason(string text, string excuses)
    {
        var verdict = await Try(new { text });

        Assert.That(verdict.GetProperty("refused").GetBoolean(), Is.False);
        Assert.That(string.Join('|', verdict.GetProperty("hits").EnumerateArray().Select(hit => $"{hit.GetProperty("rule")} {hit.GetProperty("excuse")} {hit.GetProperty("phrase")}")), Is.EqualTo(excuses));
    }

    [Test]
    public async Task A_harmless_text_hits_nothing() =>
        Assert.That((await Try(new { text = "빵집 홈페이지" })).GetProperty("hits").GetArrayLength(), Is.Zero);

    [Test]
    public async Task A_draft_is_tried_without_being_stored()
    {
        var verdict = await Try(new { text = "대부업 홈페이지", rule = Rule("대부업") });

        Assert.That((verdict.GetProperty("refused").GetBoolean(), verdict.GetProperty("reason").GetString()), Is.EqualTo((true, "만들지 않습니다.")));
        Assert.That(verdict.GetProperty("hits")[0].GetProperty("ruleId").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(await App.Sql<int>("select count(*)::int from screening_rules where name = '초안'"), Is.Zero);
        Assert.That(await App.Sql<int>("select count(*)::int from audit_log"), Is.Zero);
    }

    [Test]
    public async Task A_draft_can_take_the_place_of_a_stored_rule()
    {
        var casino = await App.Sql<Guid>("select id from screening_rules where name = '카지노'");

        Assert.That((await Try(new { text = "카지노 사이트", rule = Rule("대부업"), replaces = casino })).GetProperty("refused").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Refuses_a_draft_that_could_not_be_stored()
    {
        var problem = await Problem(await App.As(await Admin()).PostAsJsonAsync("/api/admin/screening-rules/try", new { text = "글", rule = Rule("*") }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("rule.terms[0]"));
    }

    private static object Rule(string term) => new { category = "FORBIDDEN_CONTENT", name = "초안", terms = new[] { term }, reason = "만들지 않습니다." };

    private static async Task<JsonElement> Try(object trial) =>
        await Body(await App.As(await Admin()).PostAsJsonAsync("/api/admin/screening-rules/try", trial));
}
