using System.Net;
using System.Net.Http.Json;
using Joonbi.Domain.Screening;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Infrastructure.Screening;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Screening;

internal sealed class ChangeScreeningRuleTests : ApiTest
{
    [Test]
    public async Task A_new_rule_judges_the_next_brief_on_every_replica()
    {
        await using var replica = await TestRun.Replica();
        await Added(Rule());

        var body = await Body(await replica.As(await Customer()).PostAsJsonAsync("/api/consultations", Consultations.Draft.Simple(("description", "대부업 홈페이지를 만들어 주세요."))), HttpStatusCode.Created);

        Assert.That((body.GetProperty("status").GetString(), body.GetProperty("rejection").GetProperty("reason").GetString()), Is.EqualTo(("REJECTED", "대부업 사이트는 제작하지 않습니다.")));
    }

    [Test]
    public async Task A_rule_that_is_switched_off_or_removed_judges_nobody()
    {
        var id = await Added(Rule());
        var client = App.As(await Admin());
        var off = Rule();
        off["active"] = false;
        await Body(await client.PutAsJsonAsync($"/api/admin/screening-rules/{id}", off));
        Assert.That(await Submitted(), Is.EqualTo("REQUESTED"));

        await Body(await client.PutAsJsonAsync($"/api/admin/screening-rules/{id}", Rule()));
        Assert.That(await Submitted(), Is.EqualTo("REJECTED"));

        await Body(await client.DeleteAsync($"/api/admin/screening-rules/{id}"), HttpStatusCode.NoContent);
        Assert.That(await Submitted(), Is.EqualTo("REQUESTED"));
        await Problem(await client.GetAsync($"/api/admin/screening-rules/{id}"), HttpStatusCode.NotFound, "SCREENING_RULE_NOT_FOUND");
    }

    [Test]
    public async Task A_change_needs_the_present_version()
    {
        var id = await Added(Rule());
        var client = App.As(await Admin());
        client.DefaultRequestHeaders.IfMatch.Add((await client.GetAsync($"/api/admin/screening-rules/{id}")).Headers.ETag!);

        await Body(await client.PutAsJsonAsync($"/api/admin/screening-rules/{id}", Rule()));
        await Problem(await client.PutAsJsonAsync($"/api/admin/screening-rules/{id}", Rule()), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    [Test]
    public async Task Every_change_is_in_the_audit_log_with_before_and_after()
    {
        var id = await Added(Rule());
        var changed = Rule();
        changed["terms"] = new[] { "대부업", "사채" };
        await App.As(await Admin()).PutAsJsonAsync($"/api/admin/screening-rules/{id}", changed);
        await App.As(await Admin()).DeleteAsync($"/api/admin/screening-rules/{id}");

        Assert.That(
            await App.Sql<string>("select string_agg(concat_ws(' ', action, coalesce(jsonb_array_length(before->'terms'), 0), coalesce(jsonb_array_length(after->'terms'), 0)), ', ' order by action) from audit_log"),
            Is.EqualTo("screening-rule.add 0 1, screening-rule.change 1 2, screening-rule.remove 2 0"));
    }

    [TestCase("terms", new string[0])]
    [TestCase("terms", new[] { "*" })]
    [TestCase("terms", new[] { " " })]
    [TestCase("terms", new[] { "…" })]
    [TestCase("terms", new[] { "가*나" })]
    [TestCase("terms", new[] { "\u200B" })]
    [TestCase("unless", new[] { "대부업…" })]
    [TestCase("reason", "")]
    [TestCase("name", " ")]
    public async Task Refuses_a_rule_that_could_not_be_read(string field, object value)
    {
        var rule = Rule();
        rule[field] = value;

        await Problem(await App.As(await Admin()).PostAsJsonAsync("/api/admin/screening-rules", rule), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That(await Submitted(), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task Every_seeded_rule_could_be_saved_again()
    {
        var rules = await App.Services.GetRequiredService<ReadDb>().Many<ScreeningRule>(StoredRules.Select, new { }, default);

        Assert.That(rules.SelectMany(rule => rule.Terms.Concat(rule.Unless)).Where(phrase => !ScreeningRule.IsReadable(phrase) || phrase.Length > 100), Is.Empty);
        Assert.That(rules.Select(rule => Math.Max(rule.Terms.Count, rule.Unless.Count)), Is.All.LessThanOrEqualTo(300));
    }

    [TearDown]
    public Task RemoveFurtherRules() => App.Execute("delete from screening_rules where name = '대부업'");

    private static Dictionary<string, object?> Rule() => new()
    {
        ["category"] = "FORBIDDEN_CONTENT",
        ["name"] = "대부업",
        ["terms"] = new[] { "대부업" },
        ["unless"] = new[] { "대부업 피해" },
        ["reason"] = "대부업 사이트는 제작하지 않습니다.",
    };

    private static async Task<Guid> Added(object rule) =>
        (await Body(await App.As(await Admin()).PostAsJsonAsync("/api/admin/screening-rules", rule), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private static async Task<string?> Submitted() =>
        (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Consultations.Draft.Simple(("description", "대부업 홈페이지"))), HttpStatusCode.Created)).GetProperty("status").GetString();
}
