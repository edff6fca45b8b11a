using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Agrees to a document in a version, or takes the consent back. What is so already is not written again.</summary>
public sealed record DecideConsent(Guid UserId, ConsentDecision Decision) : ICommand;

/// <summary>What a person agrees to, or no longer.</summary>
/// <param name="Document">To what.</param>
/// <param name="Version">The version that the person has seen and agrees to; null takes the consent back.</param>
public sealed record ConsentDecision(ConsentDocument Document, string? Version);

internal sealed class ConsentDecisionValidator : AbstractValidator<ConsentDecision>
{
    public ConsentDecisionValidator() => RuleFor(decision => decision.Version).DocumentVersion();
}

internal sealed class DecideConsentHandler(IUserRepository users, IRandomSource random, TimeProvider clock) : AsyncRequestHandler<DecideConsent>
{
    protected override async Task Handle(DecideConsent command, CancellationToken ct)
    {
        var user = await users.Get(command.UserId, ct);
        var (document, version) = command.Decision;
        var last = await users.LastWord(user.Id, document, ct);
        var present = last is { Granted: true } ? last.Version : null;
        if (version == present)
            return;

        var now = clock.GetUtcNow();
        user.Decide(document, version is not null, now);
        await users.Save(user, ct);
        await users.Add(new Consent(random.NextId(), user.Id, document, version ?? present!, version is not null, now), ct);
    }
}
