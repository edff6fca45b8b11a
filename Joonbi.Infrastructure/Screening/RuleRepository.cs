using Joonbi.Application.Screening;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Screening;

internal sealed class RuleRepository(DbSession session) : IRuleRepository
{
    public Task Add(RuleEntry rule, CancellationToken ct) =>
        session.Execute(
            """
            insert into screening_rules (id, category, name, terms, unless, reason, active, version, updated_at)
            values (@Id, @Category, @Name, @Terms, @Unless, @Reason, @Active, @Version, @UpdatedAt)
            """,
            rule,
            ct);

    public async Task<RuleEntry> Get(Guid id, CancellationToken ct) =>
        await session.One<RuleEntry>(
            """
            select id, category, name, terms, unless, reason, active, version, updated_at
              from screening_rules
             where id = @id
               for update
            """,
            new { id },
            ct) ?? throw RuleEntry.NotFound();

    public Task Save(RuleEntry rule, CancellationToken ct) =>
        session.Execute(
            """
            update screening_rules
               set category = @Category, name = @Name, terms = @Terms, unless = @Unless, reason = @Reason, active = @Active,
                   version = @Version, updated_at = @UpdatedAt
             where id = @Id
            """,
            rule,
            ct);

    public Task Remove(Guid id, CancellationToken ct) => session.Execute("delete from screening_rules where id = @id", new { id }, ct);
}
