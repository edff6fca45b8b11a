using Joonbi.Domain;

namespace Joonbi.Application.Screening;

/// <summary>Takes a screening rule away.</summary>
public sealed record RemoveScreeningRule(Guid Id, Guid AdminId, int? Version) : ICommand;

internal sealed class RemoveScreeningRuleHandler(IRuleRepository rules, IAuditLog audit) : AsyncRequestHandler<RemoveScreeningRule>
{
    protected override async Task Handle(RemoveScreeningRule command, CancellationToken ct)
    {
        var rule = await rules.Get(command.Id, ct);
        StaleVersionException.ThrowUnless(command.Version, rule.Version);
        await rules.Remove(rule.Id, ct);
        await audit.Write(command.AdminId, "screening-rule.remove", rule.Id, rule, null, ct);
    }
}
