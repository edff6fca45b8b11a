using Joonbi.Sandbox.Clawdbot.Documents;
using Joonbi.Sandbox.Control;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>
/// The whole job for one consultation, spread over the time that a customer's progress bar should take. Everything sent is
/// computed from the consultation alone, so a job taken up again after a restart repeats itself exactly.
/// </summary>
internal sealed class Analysis(JoonbiApi api, RunBoard board, Faults faults, SandboxSettings settings, TimeProvider clock)
{
    public async Task Do(Trigger trigger, CancellationToken ct)
    {
        var id = trigger.ConsultationId;
        var run = await api.Start(id, trigger.Key, ct);
        var consultation = await api.Get(id, ct);

        Task Step(int percent, string stage, string note)
        {
            board.Show(trigger, "진행 중", percent, stage, consultation.ProjectName);
            return api.Tell(id, run.RunId, "analysis/progress", new { percent, stage, note }, ct);
        }

        await Step(5, "요청 확인", "보내 주신 내용을 읽고 있습니다.");
        await Pause(0.10, ct);
        await Step(15, "사이트 살펴보기", $"참고 사이트 {consultation.ReferenceUrls.Count}곳의 구성을 정리하고 있습니다.");
        await Pause(0.15, ct);
        await Step(30, "요구사항 정리", "이용자와 필요한 기능을 정리하고 있습니다.");
        await Pause(0.15, ct);
        if (faults.Take("clawdbot").Mode == "fail")
        {
            await api.Tell(id, run.RunId, "analysis/fail", new { error = "개발용 대역이 시킨 대로 실패했습니다." }, ct);
            board.Show(trigger, "실패", 30, "시킨 대로 실패함");
            return;
        }

        await Step(45, "견적 계산", "가격표로 견적을 계산하고 있습니다.");
        var quotation = Quotation.For(consultation);
        var verdict = Verdict.For(consultation, quotation);
        await Give(id, run.RunId, quotation, verdict, ct);
        if (verdict.Feasibility == "INFEASIBLE")
        {
            board.Show(trigger, "끝남", 100, verdict.Korean);
            return;
        }

        await Pause(0.10, ct);
        var context = new DocumentContext(consultation, quotation, verdict);
        var documents = new (string Part, string Korean, Func<DocumentContext, string> Write)[]
        {
            ("analysis", "업무분석서", AnalysisDocument.Write),
            ("requirements", "요구사항명세서", RequirementsDocument.Write),
            ("plan", "샘플기획서", PlanDocument.Write),
            ("quotation", "견적서", QuotationDocument.Write),
        };
        foreach (var (index, (part, korean, write)) in documents.Index())
        {
            await Step(55 + (10 * index), "문서 작성", $"{korean} 문서를 쓰고 있습니다.");
            await Pause(0.10, ct);
            await api.Tell(id, run.RunId, "documents", new Dictionary<string, string> { [part] = write(context) }, ct);
        }

        await Step(95, "화면 디자인", "샘플 화면을 그리고 있습니다.");
        await Pause(0.10, ct);
        await api.Tell(id, run.RunId, "designs", Designs(id, quotation), ct);
        board.Show(trigger, "끝남", 100, $"{verdict.Korean} · {quotation.RequiredTotal:N0}원");
    }

    private async Task Give(Guid id, Guid runId, Quotation quotation, Verdict verdict, CancellationToken ct)
    {
        var analysis = new
        {
            feasibility = verdict.Feasibility,
            estimatedMin = quotation.RequiredTotal,
            estimatedMax = quotation.Total,
            estimatedDays = quotation.Days,
            features = quotation.Lines.Select(line => new
            {
                name = line.Quantity > 1 ? $"{line.Price.Name} × {line.Quantity}" : line.Price.Name,
                description = line.Feature.Purpose,
                price = line.Amount,
                required = line.Required,
            }),
            risks = verdict.Risks,
            rejectReason = verdict.RejectReason,
        };
        try
        {
            await api.Tell(id, runId, "analysis", analysis, ct);
        }
        catch (StoppedException stopped) when (stopped.Code == "ANALYSIS_ALREADY_GIVEN")
        {
            // An earlier attempt gave it, before the price table changed: it stands, and the documents are still missing.
        }
    }

    private static object Designs(Guid id, Quotation quotation)
    {
        var file = Screen.FigmaFile(id);
        return new
        {
            figmaFileUrl = file,
            screens = Screen.For(quotation).Select((screen, index) => new
            {
                screenId = screen.Id,
                screenName = screen.Name,
                figmaUrl = Screen.FigmaNode(file, index),
            }),
        };
    }

    private Task Pause(double share, CancellationToken ct) => Task.Delay(settings.AnalysisTime * share, clock, ct);
}
