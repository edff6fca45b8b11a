using System.Collections.Concurrent;

namespace Joonbi.Sandbox.Control;

/// <summary>How a stand-in behaves from now on; Times counts the requests it holds for, none means until told otherwise.</summary>
internal sealed record Fault(string Target, string Mode, double? RetryAfter = null, int? Times = null, int? DelayMs = null)
{
    public static readonly IReadOnlySet<string> Vendors = new HashSet<string> { "discord", "resend" };

    /// <summary>"lost": the request is accepted, but the connection dies before the answer.</summary>
    public static readonly IReadOnlySet<string> VendorModes =
        new HashSet<string> { "ok", "429", "500", "404", "hang", "slow", "lost" };

    /// <summary>"silent": does not react to triggers; "fail": gives up in the middle of an analysis.</summary>
    public static readonly IReadOnlySet<string> ClawdbotModes = new HashSet<string> { "ok", "silent", "fail" };

    /// <summary>"away": the connection dies before the request is read.</summary>
    public static readonly IReadOnlySet<string> PortOneModes =
        new HashSet<string> { "ok", "429", "500", "hang", "slow", "lost", "away" };

    /// <summary>"requested": cancelled at once, done after a while; "pg": the bank behind PortOne refuses; "outstanding": an earlier request with the key goes on.</summary>
    public static readonly IReadOnlySet<string> CancelModes = new HashSet<string> { "ok", "requested", "pg", "outstanding" };

    public bool IsValid() =>
        Target switch
        {
            "portone" => PortOneModes.Contains(Mode),
            "portone-cancel" => CancelModes.Contains(Mode),
            "clawdbot" => ClawdbotModes.Contains(Mode),
            _ => Vendors.Contains(Target) && VendorModes.Contains(Mode),
        }
        && RetryAfter is null or (>= 0 and <= 86_400)
        && Times is null or > 0
        && DelayMs is null or (>= 0 and <= 600_000);
}

internal sealed class Faults
{
    private readonly ConcurrentDictionary<string, Fault> faults = new();

    public void Set(Fault fault) => faults[fault.Target] = fault;

    public IReadOnlyCollection<Fault> Current() => [.. faults.Values.Where(fault => fault.Mode != "ok").OrderBy(fault => fault.Target)];

    /// <summary>The behaviour for one request, which uses up one of its times.</summary>
    public Fault Take(string target)
    {
        while (true)
        {
            if (!faults.TryGetValue(target, out var fault) || fault.Mode == "ok")
            {
                return new Fault(target, "ok");
            }

            if (fault.Times is not { } times)
            {
                return fault;
            }

            var next = times > 1 ? fault with { Times = times - 1 } : new Fault(target, "ok");
            if (faults.TryUpdate(target, next, fault))
            {
                return fault;
            }
        }
    }

    /// <summary>Waits as told: for ever (until the caller gives up), for a while, or not at all.</summary>
    public static Task Wait(Fault fault, CancellationToken ct) => fault.Mode switch
    {
        "hang" => Task.Delay(Timeout.Infinite, ct),
        "slow" => Task.Delay(fault.DelayMs ?? 2_000, ct),
        _ => Task.CompletedTask,
    };
}
