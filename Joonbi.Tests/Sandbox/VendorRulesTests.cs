using System.Text.Json;
using Joonbi.Sandbox;
using Joonbi.Sandbox.Control;
using Joonbi.Sandbox.Discord;
using Joonbi.Sandbox.Resend;

namespace Joonbi.Tests.Sandbox;

/// <summary>The stand-ins are as strict as the vendors: what passes here is not refused there.</summary>
internal sealed class VendorRulesTests
{
    private static readonly SandboxSettings Settings = new(0, null, "", null, false, TimeSpan.Zero);

    [TestCase(2000, true)]
    [TestCase(2001, false)]
    public void Discord_takes_2000_characters_of_content(int length, bool taken) =>
        Assert.That(DiscordRules.Check(Json(new { content = new string('가', length) })), taken ? Is.Empty : Is.Not.Empty);

    [Test]
    public void Discord_sums_all_embeds_up_to_6000_characters()
    {
        var half = new { description = new string('가', 3000) };
        Assert.Multiple(() =>
        {
            Assert.That(DiscordRules.Check(Json(new { embeds = new[] { half, half } })), Is.Empty);
            Assert.That(DiscordRules.Check(Json(new { embeds = new object[] { half, half, new { title = "!" } } })), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Discord_wants_a_value_in_every_field()
    {
        var found = DiscordRules.Check(Json(new { embeds = new[] { new { fields = new[] { new { name = "설명", value = "" } } } } }));
        Assert.That(found.Single().Path, Is.EqualTo("embeds.0.fields.0.value"));
    }

    [Test]
    public void Resend_sends_a_repeated_key_once_and_refuses_another_payload()
    {
        var journal = new Journal(Settings);
        var mailBox = new MailBox(journal, new Ids(TimeProvider.System));
        var mail = new Mail("", TimeProvider.System.GetUtcNow(), "a@b.kr", ["c@d.kr"], "제목", null, "글", "key-1");

        var (first, id) = mailBox.Accept(mail);
        var (again, sameId) = mailBox.Accept(mail with { At = mail.At.AddMinutes(1) });
        var (other, _) = mailBox.Accept(mail with { Subject = "다른 제목" });

        Assert.Multiple(() =>
        {
            Assert.That((first, again, other), Is.EqualTo((Delivery.Accepted, Delivery.Replayed, Delivery.OtherPayload)));
            Assert.That(sameId, Is.EqualTo(id));
            Assert.That(journal.Mails(), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_fault_holds_for_as_many_requests_as_told()
    {
        var faults = new Faults();
        faults.Set(new Fault("discord", "500", Times: 2));
        Assert.That(Enumerable.Range(0, 3).Select(_ => faults.Take("discord").Mode), Is.EqualTo((string[])["500", "500", "ok"]));
    }

    private static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);
}
