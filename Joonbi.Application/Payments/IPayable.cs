using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Something that is paid for: how much it is, and what its money sets going. One for each purpose that can be paid today.</summary>
internal interface IPayable
{
    /// <summary>Which.</summary>
    PaymentPurpose Purpose { get; }

    /// <summary>What is owed for a thing of this customer's, which stays locked until the command ends.</summary>
    /// <exception cref="Domain.NotFoundException">There is no such thing, or it is another's.</exception>
    /// <exception cref="Domain.ConflictException"><c>PAYMENT_NOT_DUE</c>: nothing is owed.</exception>
    Task<Invoice> Invoice(Guid subjectId, Guid userId, CancellationToken ct);

    /// <summary>The money has come: what was waiting for it goes on.</summary>
    /// <returns>Why it must go back instead; null when it was owed.</returns>
    Task<RefundCause?> Receive(Payment payment, CancellationToken ct);
}

/// <summary>What is owed.</summary>
/// <param name="Amount">Whole KRW.</param>
/// <param name="OrderName">At most 40 bytes, letters and spaces only: what every payment provider takes. No stranger's words.</param>
internal sealed record Invoice(long Amount, string OrderName);
