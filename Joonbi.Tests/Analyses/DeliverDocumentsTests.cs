using System.Net;
using System.Text.Json;
using Joonbi.Application.Documents;
using Joonbi.Application.Files;
using Joonbi.Tests.Documents;
using Joonbi.Tests.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Analyses;

internal sealed class DeliverDocumentsTests(Storage storage) : FileTest(storage)
{
    private const string Quotation = "합계 ₩3,000,000 “펲시” 뷁";

    [Test]
    public async Task Each_becomes_a_PDF_with_the_projects_name_the_date_and_the_text()
    {
        using var agent = await Working();

        var answer = await Body(await agent.Deliver(new { quotation = Quotation }));

        var document = answer.GetProperty("documents").EnumerateArray().Single();
        Assert.That((Text(document, "type"), document.GetProperty("version").GetInt32(), Text(answer, "status")), Is.EqualTo(("QUOTATION", 1, "ANALYZING")));
        var bytes = await Stored(document.GetProperty("fileId").GetGuid());
        Assert.That(bytes, Has.Length.EqualTo(document.GetProperty("size").GetInt64()));
        var printed = new Printed(bytes);
        Assert.That(printed.Pages[0], Does.Contain("견적서").And.Contain("동네빵집").And.Contain($"{App.Clock.GetUtcNow():yyyy}"));
        Assert.That(printed.Body, Does.Contain("₩3,000,000").And.Contain("펲시").And.Contain("뷁"));
    }

    [Test]
    public async Task The_same_again_gives_the_same_answer_and_changes_nothing()
    {
        using var agent = await Working();
        var first = (await Body(await agent.Deliver())).ToString();
        var (files, events) = (Kept.Count(), await Delivered());

        Assert.That((await Body(await agent.Deliver())).ToString(), Is.EqualTo(first));
        Assert.That((Kept.Count(), await Delivered()), Is.EqualTo((files, events)));
    }

    [Test]
    public async Task Another_text_is_a_new_version_of_that_document_only()
    {
        using var agent = await Working();
        await Body(await agent.Deliver());

        var versions = Versions(await Body(await agent.Deliver(Agent.SomeDocuments(Quotation))));

        Assert.That(versions, Is.EqualTo("ANALYSIS 1, REQUIREMENTS 1, PLAN 1, QUOTATION 2"));
        Assert.That(await App.Sql<int>("select count(*)::int from files where purpose = 'DOCUMENT'"), Is.EqualTo(5));
    }

    [Test]
    public async Task Simultaneous_deliveries_of_one_text_are_one_version_and_leave_one_file()
    {
        using var agent = await Working();
        var files = Kept.Count();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await Body(await agent.Deliver(new { quotation = Quotation }))).ToString()));

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1), string.Join('\n', answers));
        Assert.That(await Delivered(), Is.EqualTo(1));
        Assert.That(Kept.Count() - files, Is.EqualTo(1));
    }

    [Test]
    public async Task Simultaneous_deliveries_of_different_texts_are_versions_in_a_row()
    {
        using var agent = await Working();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => Versions(await Body(await agent.Deliver(new { plan = $"{i}안" })))));

        Assert.That(answers, Is.EquivalentTo(Enumerable.Range(1, 6).Select(version => $"PLAN {version}")));
    }

    [Test]
    public async Task With_all_parts_there_the_consultation_is_completed_and_may_still_be_improved()
    {
        using var agent = await Working();
        await Body(await agent.Give());
        await Body(await agent.Design());

        Assert.That(Text(await Body(await agent.Deliver()), "status"), Is.EqualTo("COMPLETED"));
        var improved = await Body(await agent.Deliver(new { quotation = Quotation }));
        Assert.That((Versions(improved), Text(improved, "status")), Is.EqualTo(("QUOTATION 2", "COMPLETED")));
    }

    [Test]
    public async Task A_run_that_is_over_delivers_nothing_and_leaves_no_file()
    {
        using var agent = await Working();
        await Body(await agent.Fail(), HttpStatusCode.NoContent);
        var files = Kept.Count();

        await Problem(await agent.Deliver(), HttpStatusCode.Conflict, "RUN_OVER");

        Assert.That(Kept.Count(), Is.EqualTo(files));
    }

    [Test]
    public async Task Before_the_start_nothing_is_taken()
    {
        using var agent = new Agent(App, await Requested(await Customer()));

        var problem = await Problem(await agent.Deliver(), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        Assert.That(Text(problem, "currentStatus"), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task One_unprintable_text_refuses_the_whole_delivery_by_its_name_and_leaves_no_file()
    {
        using var agent = await Working();
        var files = Kept.Count();

        var problem = await Problem(
            await agent.Deliver(new { analysis = "좋은 글", quotation = new string('>', 5_000) + "끝" }), HttpStatusCode.BadRequest, "DOCUMENT_TOO_CONVOLUTED");

        Assert.That(problem.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("quotation"));
        Assert.That((Kept.Count(), await Delivered()), Is.EqualTo((files, 0)));
    }

    [Test]
    public async Task Takes_four_documents_of_the_greatest_length_however_they_are_spelt()
    {
        using var agent = await Working();
        var text = string.Concat(Enumerable.Repeat(@"\uac00", DocumentSource.MaxCharacters));

        var answer = await agent.Deliver($$"""{"analysis":"{{text}}","requirements":"{{text}}","plan":"{{text}}","quotation":"{{text}}"}""");

        Assert.That(Versions(await Body(answer)), Is.EqualTo("ANALYSIS 1, REQUIREMENTS 1, PLAN 1, QUOTATION 1"));
    }

    [Test]
    public async Task Refuses_ten_megabytes()
    {
        using var agent = await Working();

        var problem = await Problem(await agent.Deliver(new { plan = new string('가', 10_000_000) }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").GetProperty("plan")[0].GetString(), Does.Contain("200000자 이하"));
    }

    [TestCase("{}", "analysis")]
    [TestCase("""{"plan":null}""", "analysis")]
    [TestCase("""{"plan":""}""", "plan")]
    [TestCase("""{"plan":" \n "}""", "plan")]
    [TestCase("""{"plan":1}""", "plan")]
    [TestCase("""{"invoice":"글"}""", "invoice")]
    public async Task Refuses_what_is_malformed(string body, string field)
    {
        using var agent = await Working();

        var problem = await Problem(await agent.Deliver(body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
    }

    private static async Task<Agent> Working() => await new Agent(App, await Requested(await Customer())).Started();

    private static async Task<byte[]> Stored(Guid fileId)
    {
        var key = await App.Sql<string>("select storage_key from files where id = @fileId", new { fileId });
        await using var content = await App.Services.GetRequiredService<IFileStore>().Open(key!, default);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static Task<int> Delivered() => App.Sql<int>("select count(*)::int from consultation_events where kind = 'DOCUMENT'");

    private static string Versions(JsonElement answer) =>
        string.Join(", ", answer.GetProperty("documents").EnumerateArray().Select(document => $"{Text(document, "type")} {document.GetProperty("version")}"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
