using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The customer's word in the thread.</summary>
public sealed record PostMessage(Guid ConsultationId, Guid UserId, ThreadDraft Message) : ICommand<MessageLine>;

internal sealed class PostMessageHandler(IConsultationRepository consultations, IRandomSource random, TimeProvider clock) : IRequestHandler<PostMessage, MessageLine>
{
    public async Task<MessageLine> Handle(PostMessage command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = await consultations.GetOwn(command.ConsultationId, command.UserId, ct);
        var message = new ThreadMessage(random.NextId(), consultation.Id, command.UserId, Actor.Customer, command.Message.Body.Trim(), now);
        consultation.Post(message.Id, Actor.Customer, now);
        await consultations.Add(message, ct);
        await consultations.Save(consultation, ct);
        return new MessageLine(message.Id, message.Author, message.Body, message.CreatedAt);
    }
}
