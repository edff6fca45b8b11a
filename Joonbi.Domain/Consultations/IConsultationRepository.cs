namespace Joonbi.Domain.Consultations;

/// <summary>The write side's view of stored consultations. Queries do not pass through here.</summary>
public interface IConsultationRepository
{
    /// <summary>Stores a new consultation and its events.</summary>
    Task Add(Consultation consultation, CancellationToken ct);

    /// <summary>Loads the consultation and locks its row until the command ends.</summary>
    /// <exception cref="NotFoundException">There is no such consultation (<c>CONSULTATION_NOT_FOUND</c>).</exception>
    Task<Consultation> Get(Guid id, CancellationToken ct);

    /// <summary>As <see cref="Get"/>, for its owner only: another's does not exist.</summary>
    /// <exception cref="NotFoundException">There is no such consultation of this customer (<c>CONSULTATION_NOT_FOUND</c>).</exception>
    Task<Consultation> GetOwn(Guid id, Guid userId, CancellationToken ct);

    /// <summary>A look at the consultation outside the command's transaction: nothing is locked, and by the time of <see cref="Get"/> it may have changed.</summary>
    /// <exception cref="NotFoundException">There is no such consultation (<c>CONSULTATION_NOT_FOUND</c>).</exception>
    Task<Consultation> Peek(Guid id, CancellationToken ct);

    /// <summary>Stores the changed consultation and its events, and raises its version if there are any.</summary>
    Task Save(Consultation consultation, CancellationToken ct);

    /// <summary>Stores a link to it. The one before must be revoked.</summary>
    Task Add(ShareLink link, CancellationToken ct);

    /// <summary>Revokes its open link.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> RevokeLink(Consultation consultation, DateTimeOffset now, CancellationToken ct);

    /// <summary>Makes uploaded files part of it, in that order.</summary>
    /// <exception cref="InvalidFieldException">One of them is not the customer's own, or belongs to something already.</exception>
    Task Attach(Consultation consultation, IReadOnlyList<Guid> fileIds, CancellationToken ct);

    /// <summary>As <see cref="Attach"/>; what it had before and is not among them belongs to nothing again.</summary>
    Task ReplaceAttachments(Consultation consultation, IReadOnlyList<Guid> fileIds, CancellationToken ct);

    /// <summary>Adds to the thread; <see cref="Consultation.Post"/> says first whether that may be.</summary>
    Task Add(ThreadMessage message, CancellationToken ct);
}
