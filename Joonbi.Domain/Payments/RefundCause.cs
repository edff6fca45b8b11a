namespace Joonbi.Domain.Payments;

/// <summary>Why money goes back. How much follows from it, unless a person decides.</summary>
public enum RefundCause
{
    /// <summary>Every attempt of the analysis failed.</summary>
    AnalysisFailed,

    /// <summary>The analysis found that it cannot be built.</summary>
    Infeasible,

    /// <summary>Refused by the screening or by a person of the studio.</summary>
    Rejected,

    /// <summary>The customer stepped back before the analysis began.</summary>
    CancelledBeforeAnalysis,

    /// <summary>The customer stepped back after the deposit.</summary>
    CancelledAfterDeposit,

    /// <summary>The customer's mere change of mind after work began.</summary>
    ChangeOfMind,

    /// <summary>The studio's own fault.</summary>
    StudioFault,

    /// <summary>Paid for what was paid already, or is no longer to be paid.</summary>
    NotOwed,

    /// <summary>Not what was asked for: another amount, currency, store or channel.</summary>
    Mismatch,

    /// <summary>A person of the studio decided, and how much.</summary>
    ByAdmin,

    /// <summary>Cancelled in the vendor's own console; we only learn of it.</summary>
    AtVendor,
}

/// <summary>What goes back by rule.</summary>
public static class RefundRules
{
    /// <summary>What of a payment goes back for that cause, given what of it has not gone back yet.</summary>
    public static long Due(RefundCause cause, PaymentPurpose purpose, long refundable) => cause switch
    {
        RefundCause.AnalysisFailed or RefundCause.Infeasible or RefundCause.Rejected or RefundCause.CancelledBeforeAnalysis => refundable,
        RefundCause.StudioFault or RefundCause.NotOwed or RefundCause.Mismatch or RefundCause.AtVendor => refundable,
        RefundCause.CancelledAfterDeposit => purpose is PaymentPurpose.Consultation ? 0 : refundable,
        RefundCause.ChangeOfMind => 0,
        RefundCause.ByAdmin => refundable,
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    /// <summary>Korean, for the vendor's record and the customer's card statement.</summary>
    public static string Wording(RefundCause cause) => cause switch
    {
        RefundCause.AnalysisFailed => "분석 실패",
        RefundCause.Infeasible => "구현 불가 판정",
        RefundCause.Rejected => "상담 거절",
        RefundCause.CancelledBeforeAnalysis => "상담 취소",
        RefundCause.CancelledAfterDeposit => "계약 후 취소",
        RefundCause.ChangeOfMind => "단순 변심",
        RefundCause.StudioFault => "스튜디오 귀책",
        RefundCause.NotOwed => "중복 또는 불필요한 결제",
        RefundCause.Mismatch => "결제 정보 불일치",
        RefundCause.ByAdmin => "관리자 환불",
        RefundCause.AtVendor => "결제사 콘솔에서 취소",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}
