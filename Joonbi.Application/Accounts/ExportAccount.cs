using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Accounts;

/// <summary>Everything that is stored about a person, for that person.</summary>
public sealed record ExportAccount(Guid UserId) : IQuery<AccountExport?>;

/// <summary>What we know.</summary>
/// <param name="Profile">The account and what was agreed to.</param>
/// <param name="Consents">Everything that was agreed to, or no longer.</param>
/// <param name="Sessions">Where the person is or was signed in, as far as we still know.</param>
/// <param name="Consultations">With their threads, results and files.</param>
/// <param name="Payments">What the person paid, or should have.</param>
/// <param name="Notifications">What we told the person in the app.</param>
public sealed record AccountExport(
    Profile Profile,
    IReadOnlyList<ConsentLine> Consents,
    IReadOnlyList<ExportedSession> Sessions,
    IReadOnlyList<ExportedConsultation> Consultations,
    IReadOnlyList<ExportedPayment> Payments,
    IReadOnlyList<ExportedNotification> Notifications);

/// <summary>One session.</summary>
public sealed record ExportedSession(Guid Id, string UserAgent, string IpAddress, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>One consultation. The bytes of its files are behind <c>/api/consultations/{id}/files/{fileId}/content</c>.</summary>
public sealed record ExportedConsultation(
    Guid Id,
    ConsultationKind Kind,
    ConsultationStatus Status,
    string ProjectName,
    string Description,
    IReadOnlyList<string> ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string> Features,
    Rejection? Rejection,
    Analysis? Analysis,
    Designs? Designs,
    IReadOnlyList<ThreadLine> Messages,
    IReadOnlyList<DocumentLine> Documents,
    IReadOnlyList<AttachmentLine> Attachments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt);

/// <summary>One payment, in whole KRW.</summary>
public sealed record ExportedPayment(
    Guid Id, PaymentPurpose Purpose, string OrderName, long Amount, long Paid, long Refunded, PaymentStatus Status, string? Method, DateTimeOffset CreatedAt, DateTimeOffset? PaidAt);

/// <summary>One notification.</summary>
public sealed record ExportedNotification(Guid Id, string Kind, string Title, string Body, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);
