namespace Joonbi.Domain.Payments;

/// <summary>What is paid for.</summary>
public enum PaymentPurpose
{
    /// <summary>The fee of an analysis.</summary>
    Consultation,

    /// <summary>The deposit of a project.</summary>
    Contract,

    /// <summary>Its balance.</summary>
    Final,

    /// <summary>What was agreed on later.</summary>
    Extra,
}

/// <summary>Where a payment stands. Money decides it: no method sets it without the money that it speaks of.</summary>
public enum PaymentStatus
{
    /// <summary>Asked for.</summary>
    Pending,

    /// <summary>There.</summary>
    Paid,

    /// <summary>An attempt failed, or what came was not what was asked for.</summary>
    Failed,

    /// <summary>Nobody paid in time, or it is no longer asked for.</summary>
    Cancelled,

    /// <summary>All of it has gone back.</summary>
    Refunded,

    /// <summary>A part of it has gone back.</summary>
    PartiallyRefunded,
}
