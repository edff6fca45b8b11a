using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>A run takes the lease.</summary>
/// <param name="ConsultationId">Which consultation.</param>
/// <param name="Key">The run's own <c>Idempotency-Key</c>, or null: then every call is a start of its own.</param>
public sealed record StartAnalysis(Guid ConsultationId, StartKey? Key) : ICommand<Run>;

/// <summary>By which a repeated start is recognised.</summary>
/// <param name="Text">1–255 printable characters.</param>
public sealed record StartKey(string Text);

internal sealed class StartKeyValidator : AbstractValidator<StartKey>
{
    public StartKeyValidator() => RuleFor(key => key.Text)
        .Must(text => text.Length is > 0 and <= 255 && !text.Any(char.IsControl))
        .WithMessage("1자 이상 255자 이하의 출력 가능한 문자여야 합니다.")
        .OverridePropertyName("Idempotency-Key");
}

internal sealed class StartAnalysisHandler(IConsultationRepository consultations, ConsultationPolicy policy, IRandomSource random, TimeProvider clock)
    : IRequestHandler<StartAnalysis, Run>
{
    public async Task<Run> Handle(StartAnalysis command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        var run = consultation.Start(command.Key?.Text, random.NextId(), policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        return run;
    }
}
