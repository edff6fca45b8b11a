using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The result that an open link leads to.</summary>
public sealed record GetSharedConsultation(string Token) : IQuery<SharedConsultation?>;

/// <summary>A result as a stranger sees it: nothing of the customer, of what the customer wrote and sent along, or of the thread.</summary>
/// <param name="ProjectName">As handed in.</param>
/// <param name="Analysis">What the agent found.</param>
/// <param name="Documents">The latest version of each document.</param>
/// <param name="Designs">The sample screens, or why there are none.</param>
/// <param name="CompletedAt">When the result was delivered.</param>
/// <param name="ExpiresAt">Until when the link leads here.</param>
public sealed record SharedConsultation(
    string ProjectName, Analysis Analysis, IReadOnlyList<DocumentLine> Documents, Designs? Designs, DateTimeOffset CompletedAt, DateTimeOffset ExpiresAt);
