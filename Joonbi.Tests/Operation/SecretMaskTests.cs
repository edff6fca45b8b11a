using Joonbi.Api.Logging;
using Serilog.Events;
using Serilog.Parsing;

namespace Joonbi.Tests.Operation;

internal sealed class SecretMaskTests
{
    private static readonly SecretMask Mask = new(["postgresql://app:p%40ss-word@db:5432/joonbi", "https://discord.com/api/webhooks/1/t0ken-of-the-hook", "jwt-secret-0123456789"]);

    [TestCase("28P01: for jwt-secret-0123456789", "28P01: for ••••••")]
    [TestCase("Password=p@ss-word;Host=db", "Password=••••••;Host=db")]
    [TestCase("could not connect as p%40ss-word", "could not connect as ••••••")]
    [TestCase("POST /api/webhooks/1/t0ken-of-the-hook", "POST /api/webhooks/1/••••••")]
    [TestCase("GET /api/shared/Ab-9_z?x=1", "GET /api/shared/••••••?x=1")]
    [TestCase("/verify-email?token=Ab-9_z&x=1", "/verify-email?token=••••••&x=1")]
    [TestCase("IDX10223: eyJhbGciOiJI.eyJzdWIiOiIx.c2ln expired", "IDX10223: •••••• expired")]
    [TestCase("Authorization: Bearer abc.def", "Authorization: Bearer ••••••")]
    [TestCase("x-internal-api-key: abc", "x-internal-api-key: ••••••")]
    [TestCase("Key (email)=(minah.kim+1@mail.joonbi.kr) exists", "Key (email)=(••••••) exists")]
    [TestCase("joonbi@ 3 @here db joonbi", "joonbi@ 3 @here db joonbi")]
    public void Hides(string text, string shown) => Assert.That(Mask.Hide(text), Is.EqualTo(shown));

    [Test]
    public void Hides_in_messages_properties_and_exceptions_alike()
    {
        using var output = new StringWriter();
        var thrown = new InvalidOperationException("no mail to a@b.kr", new FormatException("jwt-secret-0123456789"));
        var template = new MessageTemplateParser().Parse("c@d.kr and {Mail} of {@Person}");
        var logged = new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Error, thrown, template,
        [
            new("Mail", new ScalarValue("e@f.kr")),
            new("Person", new StructureValue([new("Mails", new SequenceValue([new ScalarValue("g@h.kr")]))])),
            new("Count", new ScalarValue(3)),
        ]);

        new MaskedLines(Mask).Format(logged, output);

        Assert.That(output.ToString(), Does.Not.Match("[a-z]@[a-z]").And.Not.Contain("jwt-secret").And.Contain("\"Count\":3").And.Contain("InvalidOperationException"));
    }

    [Test]
    public void A_line_with_nothing_to_hide_is_written_as_it_came_but_without_its_path()
    {
        var template = new MessageTemplateParser().Parse("{Method:l} {Route:l} {Status}");
        LogEventProperty[] properties = [new("Method", new ScalarValue("GET")), new("Route", new ScalarValue("/api/health")), new("Status", new ScalarValue(200))];

        Assert.That(Line([.. properties, new("RequestPath", new ScalarValue("/api/health"))]), Is.EqualTo(Line(properties)).And.Contain("GET /api/health 200").And.Not.Contain("RequestPath"));

        string Line(LogEventProperty[] with)
        {
            using var output = new StringWriter();
            new MaskedLines(Mask).Format(new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, template, with), output);
            return output.ToString();
        }
    }
}
