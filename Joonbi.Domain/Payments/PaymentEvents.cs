namespace Joonbi.Domain.Payments;

/// <summary>The money is there, and is what was asked for.</summary>
public sealed record PaymentPaid(Guid PaymentId, Guid UserId, PaymentPurpose Purpose, Guid SubjectId, string OrderName, long Amount) : IDomainEvent;

/// <summary>An attempt failed; the customer may pay anew.</summary>
public sealed record PaymentFailed(Guid PaymentId, string Reason) : IDomainEvent;

/// <summary>Nobody paid in time, or there is nothing to be paid for any more.</summary>
public sealed record PaymentCancelled(Guid PaymentId) : IDomainEvent;

/// <summary>Something that claimed to be this payment is not, and a person must know.</summary>
/// <param name="PaymentId">Which payment.</param>
/// <param name="FlagId">Which flag.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="Moved">How much reached us by it.</param>
/// <param name="Currency">Of <paramref name="Moved"/>.</param>
public sealed record PaymentFlagged(Guid PaymentId, Guid FlagId, FlagReason Reason, long Moved, string Currency) : IDomainEvent;

/// <summary>Money has to go back.</summary>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="RefundId">Which refund.</param>
/// <param name="TransactionId">The attempt at the vendor that it cancels.</param>
public sealed record RefundRequested(Guid PaymentId, Guid RefundId, string TransactionId) : IDomainEvent;

/// <summary>Money has to go back, and its customer must say to which account.</summary>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="UserId">Whose.</param>
/// <param name="RefundId">Which refund.</param>
/// <param name="OrderName">What had been paid for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">Of <paramref name="Amount"/>.</param>
/// <param name="Again">The account that was named before was of no use.</param>
public sealed record RefundAccountAwaited(Guid PaymentId, Guid UserId, Guid RefundId, string OrderName, long Amount, string Currency, bool Again) : IDomainEvent;

/// <summary>Money is on its way back to the customer.</summary>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="UserId">To whom.</param>
/// <param name="RefundId">Which refund.</param>
/// <param name="FlagId">The flag whose money it was, or null for the payment's own.</param>
/// <param name="OrderName">What had been paid for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">Of <paramref name="Amount"/>.</param>
/// <param name="Cause">Why.</param>
public sealed record RefundSucceeded(Guid PaymentId, Guid UserId, Guid RefundId, Guid? FlagId, string OrderName, long Amount, string Currency, RefundCause Cause) : IDomainEvent;

/// <summary>The vendor refused a refund for good, and a person must see to it.</summary>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="RefundId">Which refund.</param>
/// <param name="Amount">How much.</param>
/// <param name="Error">What the vendor said.</param>
/// <param name="AskedAgain">It may have been the account's fault: the customer is asked for another one.</param>
public sealed record RefundFailed(Guid PaymentId, Guid RefundId, long Amount, string Error, bool AskedAgain) : IDomainEvent;
