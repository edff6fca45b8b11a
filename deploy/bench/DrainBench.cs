using System.Diagnostics;

namespace Joonbi.Bench;

/// <summary>10,000 waiting messages, drained by one replica and by two, while Discord takes 50 ms for each.</summary>
internal static class DrainBench
{
    private const int Messages = 10_000;

    public static async Task Run(Cluster cluster)
    {
        await Seed.Consultations(cluster, Seed.PerCustomer);
        var one = await Drain(cluster, replicas: 1);
        var two = await Drain(cluster, replicas: 2);
        Figures.Note($"one replica {one:0.0} s, two replicas {two:0.0} s");
        Figures.Ratio("speed of two replicas ÷ speed of one", one / two, 1.7, atLeast: true);
    }

    private static async Task<double> Drain(Cluster cluster, int replicas)
    {
        await using var vendors = await StandIn.Start(TimeSpan.FromMilliseconds(50));

        // Both are up before there is work: what is compared is draining, not starting.
        var apis = new List<ApiProcess>();
        for (var i = 0; i < replicas; i++)
            apis.Add(await ApiProcess.Start(cluster, vendors.Address));

        await Seed.Triggers(cluster, Messages);
        var watch = Stopwatch.StartNew();
        await cluster.Execute("select pg_notify('joonbi_outbox', 'DISCORD')");
        while (vendors.Arrivals.Count < Messages)
            await Task.Delay(20);

        var time = watch.Elapsed.TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(2));
        foreach (var api in apis)
            await api.DisposeAsync();

        Figures.Exactly($"posts by {replicas} replica(s)", vendors.Arrivals.Count, Messages);
        Figures.Exactly("different messages among them", vendors.Arrivals.Select(arrival => arrival.Text).Distinct().Count(), Messages);
        return time;
    }
}
