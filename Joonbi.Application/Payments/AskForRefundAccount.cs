using Joonbi.Application.Notifications;
using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>A customer was asked for an account some time ago; whether it is still missing is looked at when this is told.</summary>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="UserId">Who was asked.</param>
/// <param name="RefundId">Which refund.</param>
/// <param name="OrderName">What had been paid for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">Of <paramref name="Amount"/>.</param>
public sealed record RefundAccountOverdue(Guid PaymentId, Guid UserId, Guid RefundId, string OrderName, long Amount, string Currency) : IDomainEvent;

/// <summary>Asks a customer in the app, and makes sure that somebody comes back to it. Repeated, it changes nothing.</summary>
public sealed record AskForRefundAccount(Notification Notification, RefundAccountOverdue Overdue) : ICommand;

internal sealed class AskForRefundAccountHandler(INotifications notifications, IOutbox outbox, PaymentPolicy policy, TimeProvider clock) : AsyncRequestHandler<AskForRefundAccount>
{
    protected override async Task Handle(AskForRefundAccount command, CancellationToken ct)
    {
        if (await notifications.Add(command.Notification, ct))
            await outbox.Write(command.Overdue, clock.GetUtcNow() + policy.AccountPatience, ct);
    }
}

/// <summary>Whether a refund still waits for its account.</summary>
public sealed record AwaitsAccount(Guid RefundId) : IQuery<bool>;
