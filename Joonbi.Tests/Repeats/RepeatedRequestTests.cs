using System.Net;
using Joonbi.Application.Repeats;
using Joonbi.Infrastructure.Accounts;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Joonbi.Tests.Repeats;

internal sealed class RepeatedRequestTests : RepeatTest
{
    private const string Path = "/api/consultations";

    [Test]
    public async Task Is_answered_by_the_first_answer_to_the_letter_whatever_has_happened_since()
    {
        var customer = await Customer();
        var first = await Post(customer, Path, Draft.Simple());
        var id = (await Body(first, HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await Body(await App.As(customer).PostAsync($"{Path}/{id}/cancel", null));

        var second = await Post(customer, Path, Draft.Simple());

        Assert.That(await All(second), Is.EqualTo(await All(first)));
        Assert.That(second.Headers.Location?.ToString(), Is.EqualTo($"{Path}/{id}"));
        Assert.That(await Count("consultations"), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_answered_with_the_first_version_too()
    {
        var customer = await Customer();
        var cancel = $"{Path}/{await Requested(customer)}/cancel";
        var first = await Post(customer, cancel);
        await App.Execute("update consultations set version = version + 1");

        var second = await Post(customer, cancel);

        Assert.That(first.Headers.ETag, Is.Not.Null);
        Assert.That(await All(second), Is.EqualTo(await All(first)));
    }

    [Test]
    public async Task Is_the_same_however_its_body_is_spelt()
    {
        var customer = await Customer();
        await Body(await Post(customer, Path, Draft.Simple()), HttpStatusCode.Created);

        await Body(await Post(customer, Path, Draft.Simple().Reverse().ToDictionary()), HttpStatusCode.Created);

        Assert.That(await Count("consultations"), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_body_or_another_route_needs_another_key()
    {
        var customer = await Customer();
        var id = (await Body(await Post(customer, Path, Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid();

        await Reused(await Post(customer, Path, Draft.Simple(("projectName", "꽃집"))));
        await Reused(await Post(customer, $"{Path}/{id}/messages", new { body = "안녕하세요" }));

        await Body(await Post(customer, Path, Draft.Simple(("projectName", "꽃집")), "key-2"), HttpStatusCode.Created);
        Assert.That((await Count("consultations"), await Count("consultation_messages")), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Of_another_person_the_same_key_is_another_key()
    {
        await Body(await Post(await Customer(), Path, Draft.Simple()), HttpStatusCode.Created);
        await Body(await Post(await Customer("박서준"), Path, Draft.Simple(("projectName", "꽃집"))), HttpStatusCode.Created);

        Assert.That(await Count("consultations"), Is.EqualTo(2));
    }

    [Test]
    public async Task After_a_day_it_is_a_new_one()
    {
        var customer = await Customer();
        await Body(await Post(customer, Path, Draft.Simple()), HttpStatusCode.Created);
        App.Clock.Advance(RequestKey.Life - TimeSpan.FromMinutes(1));
        await Post(customer, Path, Draft.Simple());
        Assert.That(await Count("consultations"), Is.EqualTo(1));

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Body(await Post(customer, Path, Draft.Simple(("projectName", "꽃집"))), HttpStatusCode.Created);
        await Reused(await Post(customer, Path, Draft.Simple()));

        Assert.That(await Count("consultations"), Is.EqualTo(2));
    }

    [Test]
    public async Task After_a_day_the_housekeeping_forgets_it()
    {
        var customer = await Customer();
        await Post(customer, Path, Draft.Simple(), "old");
        App.Clock.Advance(RequestKey.Life);
        await Post(customer, Path, Draft.Simple(), "new");

        await new AccountHousekeeping(App.Services.GetRequiredService<ReadDb>(), App.Clock, NullLogger<AccountHousekeeping>.Instance).Purge(default);

        Assert.That(await App.Sql<string>("select string_agg(key, ',') from idempotency_keys"), Is.EqualTo("new"));
    }

    [Test]
    public async Task A_refused_one_leaves_its_key_free()
    {
        var customer = await Customer();
        await Problem(await Post(customer, Path, Draft.Simple(("projectName", ""))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Problem(await Post(customer, $"{Path}/{Guid.Empty}/cancel"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
        await Problem(await Post(customer, "/api/payments/complete", new { paymentId = "nobody's" }), HttpStatusCode.NotFound, "PAYMENT_NOT_FOUND");

        await Body(await Post(customer, Path, Draft.Simple()), HttpStatusCode.Created);
    }

    [TestCase("a\u0007b")]
    [TestCase("a\tb")]
    [TestCase("보이지\u200b않는")]
    public async Task A_key_is_printable_text(string key) => await Refused(key);

    [Test]
    public async Task A_key_has_255_characters_at_most()
    {
        await Refused(new string('k', RequestKey.MaxLength + 1));
        await Body(await Post(await Customer(), Path, Draft.Simple(), new string('키', RequestKey.MaxLength)), HttpStatusCode.Created);
    }

    private static async Task Refused(string key)
    {
        var problem = await Problem(await Post(await Customer(), Path, Draft.Simple(), key), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That(problem.GetProperty("errors").TryGetProperty("Idempotency-Key", out _), Is.True, problem.ToString());
        Assert.That(await Count("consultations"), Is.Zero);
    }
}
