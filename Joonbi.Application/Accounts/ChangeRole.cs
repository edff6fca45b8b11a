using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Makes somebody an admin, or no longer one. All their sessions end, since their access tokens say otherwise.</summary>
/// <param name="Id">Whose.</param>
/// <param name="AdminId">By whom.</param>
/// <param name="Version">The version that the admin saw, or null for any.</param>
/// <param name="Change">The role.</param>
public sealed record ChangeRole(Guid Id, Guid AdminId, int? Version, RoleChange Change) : ICommand;

/// <summary>What somebody is from now on.</summary>
public sealed record RoleChange(UserRole Role);

internal sealed class ChangeRoleHandler(IUserRepository users, ISessionRepository sessions, IAuditLog audit, TimeProvider clock) : AsyncRequestHandler<ChangeRole>
{
    protected override async Task Handle(ChangeRole command, CancellationToken ct)
    {
        var admins = await users.LockAdmins(ct);
        var user = await users.Get(command.Id, ct);
        if (command.Version is { } held && held != user.Version)
            throw new StaleVersionException();

        var before = user.Role;
        if (before == command.Change.Role)
            return;

        user.ChangeRole(command.Change.Role, admins, clock.GetUtcNow());
        await users.Save(user, ct);
        await sessions.RevokeAll(user.Id, null, SessionEnd.RoleChanged, ct);
        await audit.Write(command.AdminId, "customer.role", user.Id, new { Role = before }, new { user.Role }, ct);
    }
}
