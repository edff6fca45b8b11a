using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Monitoring;

/// <summary>An alert on a series that nobody exposes never rings, and nobody notices: names and labels are held against the running service.</summary>
internal sealed class MetricNamesTests : ProcessTest
{
    /// <summary>What others expose; deploy/monitoring/test holds these against the real exporters.</summary>
    private static readonly string[] Foreign = ["up", "node_", "probe_", "joonbi_backup_"];

    /// <summary>What Prometheus itself adds to each series.</summary>
    private static readonly string[] Added = ["job", "instance"];

    protected override (string Name, string Value)[] Further => [("RATE_LIMITS", "on")];

    [Test]
    public async Task The_service_exposes_every_series_that_is_watched()
    {
        using var stream = await BeBusy();
        var wanted = Watching.Expressions.SelectMany(Watching.Names).Where(Own).Distinct().ToList();
        var told = await Told(exposition => wanted.All(exposition.Has));

        Assert.That(wanted, Has.Count.GreaterThan(25));
        Assert.That(wanted.Where(name => !told.Has(name)), Is.Empty);
    }

    [Test]
    public async Task Every_series_carries_the_labels_that_are_asked_for()
    {
        using var stream = await BeBusy();
        var wanted = Watching.Expressions.SelectMany(Watching.Labels).Where(label => Own(label.Series) && !Added.Contains(label.Label)).Distinct().ToList();
        var told = await Told(exposition => wanted.All(label => Carries(exposition, label)));

        Assert.That(wanted, Has.Count.GreaterThan(4));
        Assert.That(wanted.Where(label => !Carries(told, label)), Is.Empty);
    }

    [Test]
    public void Names_are_found_where_they_are()
    {
        const string Expression = """sum by (le, instance) (rate(some_bucket{a="x}y", b!="z"}[5m])) / ignoring (a) max(other offset 1h) > 0.5 and time() - third < 2e3""";

        Assert.That(Watching.Names(Expression), Is.EqualTo(new[] { "some_bucket", "other", "third" }));
        Assert.That(Watching.Labels(Expression), Is.EqualTo(new Watching.Wanted[] { new("some_bucket", "a", "x}y"), new("some_bucket", "b", null) }));
    }

    private static bool Own(string name) => !Foreign.Any(prefix => prefix.EndsWith('_') ? name.StartsWith(prefix, StringComparison.Ordinal) : name == prefix);

    private static bool Carries(Exposition told, Watching.Wanted label) => told.Values(label.Series, label.Label) is { Count: > 0 } values && (label.Value is null || values.Contains(label.Value));

    /// <summary>So that everything that counts has something to count: a delivery to Discord, a failed mail, an open stream, a refused login.</summary>
    private async Task<LiveStream> BeBusy()
    {
        var token = await Customer();
        using var submitting = Request(HttpMethod.Post, "/api/consultations", token, JsonContent.Create(Draft.Analysis()));
        using var submitted = await Api.Http.SendAsync(submitting);
        var id = (await submitted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        for (var time = 0; time < 30; time++)
            (await Api.Http.PostAsJsonAsync("/api/auth/login", new { email = "nobody@joonbi.test", password = "not-a-password-1" })).Dispose();

        return await LiveStream.Open(Api.Http, $"/api/consultations/{id}/events", token: token);
    }

    /// <summary>Figures come when what they count has happened; a scrape is answered from a cache for a moment.</summary>
    private async Task<Exposition> Told(Func<Exposition, bool> enough)
    {
        var told = await Exposition.Of(Api.Http);
        for (var patience = 0; patience < 100 && !enough(told); patience++)
        {
            await Task.Delay(200);
            told = await Exposition.Of(Api.Http);
        }

        return told;
    }
}
