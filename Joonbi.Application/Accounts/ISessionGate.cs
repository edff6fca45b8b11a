namespace Joonbi.Application.Accounts;

/// <summary>Tells at every request whether the session of its access token is still open, without asking the database each time.</summary>
public interface ISessionGate
{
    /// <summary>False from the moment in which a session was ended on any replica.</summary>
    ValueTask<bool> IsOpen(Guid sessionId, CancellationToken ct);
}
