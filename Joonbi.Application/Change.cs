namespace Joonbi.Application;

/// <summary>
/// A member of a partial change. Absent from the request it keeps what is stored; given, it replaces it, also by null where
/// the type says so.
/// </summary>
/// <param name="Value">What was given; the default when nothing was.</param>
public readonly record struct Change<T>(T? Value)
{
    /// <summary>False for the default, which is what an absent member is.</summary>
    public bool IsGiven { get; } = true;

    /// <summary>What holds from now on.</summary>
    public T Or(T present) => IsGiven ? Value! : present;
}
