using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>Makes a link by which anybody can read the result. There is one at a time: the one before ends.</summary>
public sealed record ShareConsultation(Guid Id, Guid UserId) : ICommand<NewShare>;

/// <summary>The link's secret, told this once.</summary>
/// <param name="Token">What the address ends in.</param>
/// <param name="ExpiresAt">Until when it leads there.</param>
public sealed record NewShare(string Token, DateTimeOffset ExpiresAt);

internal sealed class ShareConsultationHandler(IConsultationRepository consultations, IRandomSource random, ConsultationPolicy policy, TimeProvider clock)
    : IRequestHandler<ShareConsultation, NewShare>
{
    public async Task<NewShare> Handle(ShareConsultation command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = await consultations.GetOwn(command.Id, command.UserId, ct);
        consultation.Share(now);

        var token = ShareLink.NewToken(random);
        var link = new ShareLink(random.NextId(), consultation.Id, ShareLink.HashOf(token), now, now + policy.ShareLife);
        await consultations.RevokeLink(consultation, now, ct);
        await consultations.Add(link, ct);
        await consultations.Save(consultation, ct);
        return new NewShare(token, link.ExpiresAt);
    }
}
