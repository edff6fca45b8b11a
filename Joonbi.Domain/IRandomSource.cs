namespace Joonbi.Domain;

/// <summary>The one source of ids and of randomness, injected so that a test can know what comes.</summary>
public interface IRandomSource
{
    /// <summary>A version 7 UUID: later ids sort after earlier ones, so an index grows at its end.</summary>
    Guid NextId();

    /// <summary>Bytes from the operating system's cryptographic generator.</summary>
    byte[] NextBytes(int count);

    /// <summary>A number in [0, 1), for jitter only.</summary>
    double NextDouble();
}
