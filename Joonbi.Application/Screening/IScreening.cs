using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Screening;

/// <summary>The look at a brief before it costs anybody anything: at submission, at a change, and before every trigger.</summary>
public interface IScreening
{
    /// <summary>Why this brief is refused, or null. Reads the rules in the transaction of the command that asks.</summary>
    Task<Rejection?> Judge(Brief brief, CancellationToken ct);
}
