using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The studio's word in the thread; the first one answers a SIMPLE consultation.</summary>
public sealed record AnswerConsultation(Guid ConsultationId, Guid AdminId, ThreadDraft Message) : ICommand;

/// <summary>A word in the thread, as somebody hands it in.</summary>
/// <param name="Body">1–5,000 characters.</param>
public sealed record ThreadDraft(string Body);

internal sealed class ThreadDraftValidator : AbstractValidator<ThreadDraft>
{
    public ThreadDraftValidator() => RuleFor(draft => draft.Body).NotEmpty().Length(1, ThreadMessage.MaxBody).PlainText();
}

internal sealed class AnswerConsultationHandler(IConsultationRepository consultations, IAuditLog audit, IRandomSource random, TimeProvider clock)
    : AsyncRequestHandler<AnswerConsultation>
{
    protected override async Task Handle(AnswerConsultation command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = await consultations.Get(command.ConsultationId, ct);
        var before = new { consultation.Status };
        var message = new ThreadMessage(random.NextId(), consultation.Id, command.AdminId, Actor.Admin, command.Message.Body.Trim(), now);
        consultation.Post(message.Id, Actor.Admin, now);
        await consultations.Add(message, ct);
        await consultations.Save(consultation, ct);
        await audit.Write(command.AdminId, "consultation.answer", consultation.Id, before, new { consultation.Status, MessageId = message.Id }, ct);
    }
}
