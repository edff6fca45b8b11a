using System.Diagnostics;
using System.Net.Http.Headers;
using Joonbi.Infrastructure.Consultations;

namespace Joonbi.Bench;

/// <summary>
/// How much the house costs a reader: the list and the detail, each against a bare endpoint that runs the same statement and
/// writes the same bytes; and how little the list minds how many rows others have. What is compared is measured in turns.
/// </summary>
internal static class ReadingBench
{
    private const string List = "/api/consultations";
    private const int Connections = 32;
    private const int Rounds = 3;

    /// <summary>What is measured is how the service runs, not how it gets there: with fewer, each round is still faster than the one before.</summary>
    private const int WarmUp = 4;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task Run(Cluster cluster)
    {
        await using var vendors = await StandIn.Start(TimeSpan.Zero);
        await Seed.Consultations(cluster, 400_000);
        await cluster.Settle();
        await Compare(cluster, vendors);

        var (few, many) = (await cluster.Beside("few"), cluster);
        await Seed.Consultations(few, 4_000);
        await Seed.Consultations(many, 4_000_000);
        await cluster.Settle();
        await Mind(few, many, vendors);
    }

    private static async Task Mind(Database few, Database many, StandIn vendors)
    {
        await using var small = await ApiProcess.Start(few, vendors.Address);
        await using var large = await ApiProcess.Start(many, vendors.Address);
        var (ofSmall, ofLarge) = (Seed.TokenOf((await Somebody(few)).User), Seed.TokenOf((await Somebody(many)).User));
        var ratios = await InTurns(
            () => Load.Run(small.Address, List, ofSmall, Connections, Time),
            () => Load.Run(large.Address, List, ofLarge, Connections, Time),
            (a, b) => $"list: {a:0} requests/s with 4,000 rows, {b:0} with 4,000,000");
        Figures.Ratio($"time of the list with 4,000,000 rows ÷ with 4,000, median of {Rounds}", Figures.Median(ratios), 1.2, atLeast: false);
    }

    /// <returns>How often the first is the second, round by round. In rounds of their own before these both compile their hot paths.</returns>
    private static async Task<List<double>> InTurns(Func<Task<double>> first, Func<Task<double>> second, Func<double, double, string> say)
    {
        var ratios = new List<double>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var (a, b) = (await first(), await second());
            if (round < 0)
                continue;

            ratios.Add(a / b);
            Figures.Note(say(a, b));
        }

        return ratios;
    }

    private static async Task Compare(Cluster cluster, StandIn vendors)
    {
        var (user, id) = await Somebody(cluster);
        await using var api = await ApiProcess.Start(cluster, vendors.Address);
        foreach (var (what, path, sql) in new[]
        {
            ("list of 20", List, ListConsultationsHandler.Sql),
            ("detail", $"/api/consultations/{id}", GetConsultationHandler.Sql),
        })
        {
            using var bare = await Bare(cluster, api, path, sql, user, id);
            var ratios = await InTurns(
                () => Load.Run(api.Address, path, Seed.TokenOf(user), Connections, Time),
                () => Load.Run(bare.Address, path, Seed.TokenOf(user), Connections, Time),
                (ours, theirs) => $"{what}: {ours:0} requests/s, bare {theirs:0}");
            Figures.Ratio($"{what}: requests/s ÷ bare endpoint's, median of {Rounds}", Figures.Median(ratios), 0.6, atLeast: true);
        }
    }

    private static async Task<BareProcess> Bare(Cluster cluster, ApiProcess api, string path, string sql, Guid user, Guid id)
    {
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Seed.TokenOf(user));
        return await BareProcess.Start(cluster.App, sql, await http.GetByteArrayAsync(path), user, id);
    }

    private static async Task<(Guid User, Guid Id)> Somebody(Database database) =>
        (await database.Query<(Guid, Guid)>("select user_id, id from consultations order by id limit 1")).Single();

    /// <summary>This program in its other role.</summary>
    private sealed class BareProcess : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("joonbi-bare-");
        private Process? process;

        public Uri Address { get; } = new($"http://127.0.0.1:{ApiProcess.FreePort()}");

        public static async Task<BareProcess> Start(string database, string sql, byte[] bytes, Guid user, Guid id)
        {
            var bare = new BareProcess();
            var (statement, answer) = (Path.Combine(bare.folder.FullName, "sql"), Path.Combine(bare.folder.FullName, "answer"));
            await File.WriteAllTextAsync(statement, sql);
            await File.WriteAllBytesAsync(answer, bytes);
            bare.process = Process.Start("dotnet", [typeof(BareServer).Assembly.Location, "bare", bare.Address.Port.ToString(), database, statement, answer, user.ToString(), id.ToString()]);
            using var http = new HttpClient();
            while (!await Answers(http, bare.Address))
                await Task.Delay(20);

            return bare;
        }

        public void Dispose()
        {
            process!.Kill();
            process.WaitForExit();
            process.Dispose();
            folder.Delete(recursive: true);
        }

        private static async Task<bool> Answers(HttpClient http, Uri address)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                return answer.IsSuccessStatusCode ? true : throw new InvalidOperationException($"The bare endpoint answers {answer.StatusCode}.");
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
