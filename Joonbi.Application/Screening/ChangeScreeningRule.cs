using Joonbi.Domain;

namespace Joonbi.Application.Screening;

/// <summary>Rewrites a screening rule. It judges so from the next brief on.</summary>
/// <param name="Id">Which.</param>
/// <param name="AdminId">Who.</param>
/// <param name="Version">The version that the admin saw, or null for any.</param>
/// <param name="Draft">All of it, as it shall be.</param>
public sealed record ChangeScreeningRule(Guid Id, Guid AdminId, int? Version, RuleDraft Draft) : ICommand;

internal sealed class ChangeScreeningRuleHandler(IRuleRepository rules, IAuditLog audit, TimeProvider clock) : AsyncRequestHandler<ChangeScreeningRule>
{
    protected override async Task Handle(ChangeScreeningRule command, CancellationToken ct)
    {
        var before = await rules.Get(command.Id, ct);
        StaleVersionException.ThrowUnless(command.Version, before.Version);
        var after = command.Draft.ToEntry(before.Id, before.Version + 1, clock.GetUtcNow());
        await rules.Save(after, ct);
        await audit.Write(command.AdminId, "screening-rule.change", after.Id, before, after, ct);
    }
}
