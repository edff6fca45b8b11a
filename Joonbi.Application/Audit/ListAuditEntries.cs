using Joonbi.Application.Consultations;

namespace Joonbi.Application.Audit;

/// <summary>What admins did, newest first.</summary>
public sealed record ListAuditEntries(AuditFilter Filter, PageRequest Page) : IQuery<Page<AuditEntry>>;

/// <summary>Which entries; what is absent narrows nothing.</summary>
/// <param name="Actor">Of that admin.</param>
/// <param name="Action">Of that kind: <c>consultation.reject</c>.</param>
/// <param name="Subject">About things of that kind: <c>consultation</c>.</param>
/// <param name="SubjectId">About that very thing.</param>
public sealed record AuditFilter(Guid? Actor, string? Action, string? Subject, string? SubjectId);

/// <summary>One thing that an admin did. It can be neither changed nor deleted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who; null for the command line.</param>
/// <param name="ActorName">Their name now.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what kind of thing.</param>
/// <param name="SubjectId">To which one.</param>
/// <param name="Changes">The values that became others, by name.</param>
public sealed record AuditEntry(
    Guid Id, DateTimeOffset At, Guid? ActorId, string? ActorName, string Action, string Subject, string SubjectId, IReadOnlyList<AuditChange> Changes);

/// <summary>One value that became another; lists and nested values as JSON.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">As it was; null when there was none.</param>
/// <param name="After">As it is since then; null when there is none.</param>
public sealed record AuditChange(string Field, string? Before, string? After);

internal sealed class AuditFilterValidator : AbstractValidator<AuditFilter>
{
    private const int MaxLength = 100;

    public AuditFilterValidator()
    {
        RuleFor(filter => filter.Action).Length(1, MaxLength).PlainText();
        RuleFor(filter => filter.Subject).Length(1, MaxLength).PlainText();
        RuleFor(filter => filter.SubjectId).Length(1, MaxLength).PlainText();
    }
}
