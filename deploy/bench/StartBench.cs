namespace Joonbi.Bench;

/// <summary>From process start to ready on a migrated database, and what an idle process holds.</summary>
internal static class StartBench
{
    public static async Task Run(Cluster cluster)
    {
        await using var vendors = await StandIn.Start(TimeSpan.Zero);
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await using var api = await ApiProcess.Start(cluster, vendors.Address);
            times.Add(api.UntilReady.TotalSeconds);
            if (i < 2)
                continue;

            await Task.Delay(TimeSpan.FromSeconds(10));
            Figures.AtMost("idle memory", api.MemoryMegabytes, 150, "MB");
        }

        Figures.AtMost("process start to /api/health/ready (median of 3)", Figures.Median(times), 3, "s");
    }
}
