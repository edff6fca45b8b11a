using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Joonbi.Api.Security;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Crash;

/// <summary>The service is killed at random instants while customers submit and the agent delivers; the vendors keep their own books.</summary>
internal sealed class KilledTests : ProcessTest
{
    private const int Kills = 50;
    private const int Customers = 200;
    private const int Seed = 20261123;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    protected override (string Name, string Value)[] Further => [("RESEND_MAX_PER_SECOND", "200")];

    [Test]
    public async Task Nothing_is_lost_and_nothing_is_sent_twice_that_the_vendor_can_recognise()
    {
        await Execute("update campaigns set slots = @Customers", new { Customers });
        var tokens = new ConcurrentQueue<string>();
        for (var i = 0; i < Customers; i++)
            tokens.Enqueue(await Customer());

        var submitting = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Submit(tokens))));
        var analyzing = Task.Run(Analyze);
        var random = new Random(Seed);
        for (var i = 0; i < Kills; i++)
        {
            await Task.Delay(random.Next(20, 300));
            await Api.Kill();
            await Api.Start();
        }

        await submitting;
        await analyzing;
        await Drained();

        var completed = await Ids("select id from consultations where status = 'COMPLETED'");
        var mails = Vendors.Mails.ToLookup(call => Guid.Parse(call.Headers["Idempotency-Key"]), call => call.Body.ToString());
        Assert.Multiple(async () =>
        {
            Assert.That(completed, Has.Length.EqualTo(Customers), "each customer got a free slot, once, and the result");
            Assert.That(await Ids("select id from consultations"), Has.Length.EqualTo(Customers), "and no second consultation for a lost answer");
            Assert.That(completed, Is.SubsetOf(Triggered()), "every consultation was triggered");
            Assert.That(await Ids("select id from outbox where lane = 'EMAIL' and event_type = 'ConsultationCompleted'"), Has.Length.EqualTo(Customers), "one mail for each result");
            Assert.That(mails.Select(mail => mail.Key), Is.EquivalentTo(await Ids("select id from outbox where lane = 'EMAIL'")), "every mail was sent, and none that is not in the outbox");
            Assert.That(mails.Where(mail => mail.Distinct().Count() > 1), Is.Empty, "a mail that was sent again was the same mail");
            Assert.That(await Ids("select id from outbox where failed_at is not null"), Is.Empty, "no dead letter");
            Assert.That(await Ids("select consultation_id from documents group by consultation_id having count(*) <> 4 or count(distinct file_id) <> 4"), Is.Empty, "each document was delivered once and has a file of its own");
        });
    }

    /// <summary>An answer lost in a kill is asked for again, under the same key.</summary>
    private async Task Submit(ConcurrentQueue<string> tokens)
    {
        while (tokens.TryDequeue(out var token))
        {
            using var client = Patient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            client.DefaultRequestHeaders.Add("Idempotency-Key", "the only one");
            using var answer = await client.PostAsJsonAsync("/api/consultations", Draft.Analysis());
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Clawdbot: hears of its jobs in the channel only, and repeats each call until it is answered.</summary>
    private async Task Analyze()
    {
        using var client = Patient();
        client.DefaultRequestHeaders.Add(InternalKey.Header, JoonbiApp.ClawdbotKey);
        var done = new HashSet<Guid>();
        while (done.Count < Customers)
        {
            foreach (var id in Triggered().Where(done.Add))
            {
                // Not disposed of: the client is shared.
                var agent = await new Agent(client, id).Started(id.ToString());
                foreach (var call in new Func<Task<HttpResponseMessage>>[] { () => agent.Progress(10), () => agent.Give(), () => agent.Deliver(), () => agent.Design() })
                {
                    using var answer = await call();
                    Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
                }
            }

            await Task.Delay(50);
        }
    }

    private IEnumerable<Guid> Triggered() =>
        Vendors.Discord
            .Select(call => call.Body.TryGetProperty("content", out var content) ? content.GetString()! : "")
            .Where(content => content.StartsWith("[JOONBI_FULL_ANALYSIS]", StringComparison.Ordinal))
            .Select(content => Guid.Parse(content.Split('\n')[1]["ID: ".Length..]));

    /// <summary>What a killed process held comes back when its lease is over, two minutes later.</summary>
    private async Task Drained()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await Sql<int>("select count(*)::int from outbox where processed_at is null and failed_at is null") > 0)
            await Task.Delay(200, patience.Token);
    }

    private async Task<Guid[]> Ids(string sql) => await Sql<Guid[]>($"select coalesce(array_agg(id), '{{}}') from ({sql}) rows (id)") ?? [];

    private HttpClient Patient() => new(new Insistence { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = Api.Http.BaseAddress, Timeout = Patience };

    /// <summary>Sends again until somebody has answered, to the last byte.</summary>
    private sealed class Insistence : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            while (true)
            {
                try
                {
                    var answer = await base.SendAsync(request, ct);
                    await answer.Content.LoadIntoBufferAsync(ct);
                    if (answer.StatusCode < HttpStatusCode.InternalServerError && answer.Headers.RetryAfter is null)
                        return answer;
                }
                catch (HttpRequestException)
                {
                    // Killed: the next process will answer.
                }

                await Task.Delay(50, ct);
            }
        }
    }
}
