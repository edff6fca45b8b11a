using Joonbi.Domain.Accounts;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Accounts;

/// <summary>
/// A person leaves: nothing that names them stays, every session ends, open consultations are cancelled. The row itself
/// remains, since payments refer to it and have to be kept for five years.
/// </summary>
public sealed record DeleteAccount(Guid UserId, Device Device, Farewell Farewell) : ICommand;

/// <summary>The proof that it is really the person who leaves.</summary>
public sealed record Farewell(string Password);

internal sealed class FarewellValidator : AbstractValidator<Farewell>
{
    public FarewellValidator() => RuleFor(farewell => farewell.Password).GivenPassword();
}

internal sealed class DeleteAccountHandler(
    OwnPassword own,
    IUserRepository users,
    ISessionRepository sessions,
    IConsultationRepository consultations,
    IPersonalData data,
    IOutbox outbox,
    TimeProvider clock) : AsyncRequestHandler<DeleteAccount>
{
    protected override async Task Handle(DeleteAccount command, CancellationToken ct)
    {
        var (_, proved) = await own.Prove(command.UserId, command.Farewell.Password, "password", command.Device, ct);
        var now = clock.GetUtcNow();
        await EraseConsultations(command.UserId, now, ct);

        var admins = await users.LockAdmins(ct);
        var user = await users.Get(command.UserId, ct);
        user.Require(proved);
        user.Delete(admins, now);
        await users.Save(user, ct);
        await sessions.RevokeAll(user.Id, null, SessionEnd.AccountDeleted, ct);
        await outbox.Write(new AccountDeleted(user.Id, await data.Erase(user.Id, ct)), ct);
    }

    /// <summary>Before the account is locked: whoever changes a consultation locks it first and the account, if at all, after it.</summary>
    private async Task EraseConsultations(Guid userId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var id in await data.ConsultationsOf(userId, ct))
        {
            var consultation = await consultations.Get(id, ct);
            consultation.Erase(now);
            await consultations.Save(consultation, ct);
        }
    }
}
