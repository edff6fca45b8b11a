namespace Joonbi.Domain.Consultations;

/// <summary>What a run is told when it takes the lease.</summary>
/// <param name="Id">Shown by every later call, so that one of a run that is over is recognised.</param>
/// <param name="Attempt">1, 2, …</param>
/// <param name="LeaseUntil">Until when it may be silent; every later call prolongs it.</param>
public sealed record Run(Guid Id, int Attempt, DateTimeOffset LeaseUntil);
