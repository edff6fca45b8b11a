namespace Joonbi.Domain.Accounts;

/// <summary>What a person agrees to.</summary>
public enum ConsentDocument
{
    /// <summary>이용약관: without it there is no account.</summary>
    Terms,

    /// <summary>개인정보 처리방침.</summary>
    Privacy,

    /// <summary>광고성 정보 수신.</summary>
    Marketing,
}

/// <summary>What was agreed to, or no longer, in which version, and when. Never changed afterwards: a later one takes its place.</summary>
public sealed record Consent(Guid Id, Guid UserId, ConsentDocument Document, string Version, bool Granted, DateTimeOffset GivenAt);
