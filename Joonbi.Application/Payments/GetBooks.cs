namespace Joonbi.Application.Payments;

/// <summary>Whether ledger and payments agreed at the last look. Costs nothing to ask; <see cref="GetLedger"/> looks itself.</summary>
public sealed record GetBooks : IQuery<Books>;

/// <summary>What the last look found.</summary>
/// <param name="Differences">Payments whose entries say something else than their state; counted up to 100.</param>
public sealed record Books(int Differences);
