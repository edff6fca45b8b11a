using System.Diagnostics;

namespace Joonbi.Infrastructure;

/// <summary>What this program calls itself: in traces and metrics, and to its vendors.</summary>
public static class Telemetry
{
    /// <summary>The name of our activity source and of our meter.</summary>
    public const string Name = "Joonbi";

    /// <summary>Major, minor and patch.</summary>
    public static readonly string Version = typeof(Telemetry).Assembly.GetName().Version!.ToString(3);

    internal static readonly ActivitySource Source = new(Name, Version);
}
