namespace Joonbi.Domain;

/// <summary>
/// Days as customers count them. Korea has kept UTC+9 without daylight saving since 1988, so a fixed offset is exact
/// for every date this system can hold and spares the images a time-zone database.
/// </summary>
public static class Seoul
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The day on a calendar in Seoul at that instant.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>When that day began.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset instant) => new(Clock(instant).Date, Offset);

    /// <summary>The wall clock in Seoul at that instant.</summary>
    public static DateTimeOffset Clock(DateTimeOffset instant) => instant.ToOffset(Offset);
}
