using Joonbi.Bench;

// `bare` is this program in its other role: the endpoint that the API is compared with, in a process of its own.
if (args is ["bare", ..])
    return await BareServer.Run(args[1..]);

var wanted = args.Length == 0 ? ["start", "reading", "trigger", "drain", "pdf"] : args;
await using var cluster = await Cluster.Start();
foreach (var name in wanted)
{
    Console.WriteLine($"\n== {name}");
    await (name switch
    {
        "start" => StartBench.Run(cluster),
        "reading" => ReadingBench.Run(cluster),
        "trigger" => TriggerBench.Run(cluster),
        "drain" => DrainBench.Run(cluster),
        "pdf" => PdfBench.Run(cluster),
        _ => throw new ArgumentException($"Unknown bench '{name}': start, reading, trigger, drain or pdf."),
    });
}

return 0;
