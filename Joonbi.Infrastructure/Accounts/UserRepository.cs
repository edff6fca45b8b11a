using Joonbi.Application;
using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>Accounts as rows, their events in the outbox, in the command's own transaction.</summary>
internal sealed class UserRepository(DbSession session, IOutbox outbox) : IUserRepository
{
    private const string Select =
        """
        select id, email, password_hash, name, phone, role, email_verified_at, mail_failed_at, version, created_at, updated_at, deleted_at
          from users
        """;

    public async Task Add(User user, IReadOnlyList<Consent> consents, CancellationToken ct)
    {
        try
        {
            await session.Execute(
                """
                insert into users (id, email, password_hash, name, phone, role, email_verified_at, version, created_at, updated_at)
                values (@Id, @Email, @PasswordHash, @Name, @Phone, @Role, @EmailVerifiedAt, @Version, @CreatedAt, @UpdatedAt)
                """,
                user,
                ct);
        }
        catch (PostgresException taken) when (IsTaken(taken))
        {
            throw EmailTaken.Create();
        }

        foreach (var consent in consents)
            await Add(consent, ct);

        await Tell(user, ct);
    }

    public Task Add(Consent consent, CancellationToken ct) =>
        session.Execute(
            "insert into consents (id, user_id, document, version, granted, given_at) values (@Id, @UserId, @Document, @Version, @Granted, @GivenAt)",
            consent,
            ct);

    public Task<Consent?> LastWord(Guid userId, ConsentDocument document, CancellationToken ct) =>
        session.One<Consent>(
            "select id, user_id, document, version, granted, given_at from consents where user_id = @userId and document = @document order by id desc limit 1",
            new { userId, document },
            ct);

    public async Task<User> Get(Guid id, CancellationToken ct) =>
        await session.One<User>($"{Select} where id = @id and deleted_at is null for update", new { id }, ct) ?? throw User.NotFound();

    public Task<User?> Find(string email, CancellationToken ct) =>
        session.One<User>($"{Select} where email = @email and deleted_at is null for update", new { email }, ct);

    public Task<IReadOnlyList<Guid>> LockAdmins(CancellationToken ct) =>
        session.Many<Guid>("select id from users where role = 'ADMIN' and deleted_at is null order by id for update", new { }, ct);

    public async Task<UserRole> RoleOf(Guid id, CancellationToken ct) =>
        await session.One<UserRole?>("select role from users where id = @id and deleted_at is null", new { id }, ct) ?? throw User.NotFound();

    public async Task Save(User user, CancellationToken ct)
    {
        try
        {
            await session.Execute(
                """
                update users
                   set email = @Email, password_hash = @PasswordHash, name = @Name, phone = @Phone, role = @Role,
                       email_verified_at = @EmailVerifiedAt, mail_failed_at = @MailFailedAt, version = @Version, updated_at = @UpdatedAt, deleted_at = @DeletedAt
                 where id = @Id
                """,
                user,
                ct);
        }
        catch (PostgresException taken) when (IsTaken(taken))
        {
            throw EmailTaken.Create();
        }

        await Tell(user, ct);
    }

    private static bool IsTaken(PostgresException refused) => refused is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "users_email" };

    private async Task Tell(User user, CancellationToken ct)
    {
        foreach (var happened in user.TakeEvents())
            await outbox.Write(happened, ct);
    }
}
