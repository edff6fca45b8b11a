namespace Joonbi.Sandbox.Clawdbot;

/// <summary>Whether the studio can build it for the money: the analysis that is given once.</summary>
internal sealed record Verdict(string Feasibility, IReadOnlyList<string> Risks, string? RejectReason)
{
    public string Korean => Feasibility switch
    {
        "FEASIBLE" => "진행 가능",
        "CONDITIONAL" => "조건부 가능",
        _ => "진행 불가",
    };

    public static Verdict For(Consultation consultation, Quotation quotation)
    {
        var risks = new List<string> { "사진과 글 같은 콘텐츠가 늦게 준비되면 일정도 그만큼 늦어집니다." };
        if (consultation.ReferenceUrls.Count > 0)
        {
            risks.Add("참고 사이트의 디자인과 문구는 저작권이 있으므로 구성만 참고하고 그대로 쓰지 않습니다.");
        }

        if (quotation.Lines.Any(line => line.Required && line.Feature.PriceName.Contains("결제", StringComparison.Ordinal)))
        {
            risks.Add("결제 기능은 결제대행사 심사가 끝나야 열 수 있습니다. 사업자 등록 정보가 먼저 필요합니다.");
        }

        if (consultation.BudgetMax is { } budget && budget * 5 < quotation.RequiredTotal)
        {
            return new("INFEASIBLE", risks,
                $"요청하신 기능을 만드는 데 필요한 비용({quotation.RequiredTotal:N0}원)이 예산({budget:N0}원)을 크게 넘습니다. 꼭 필요한 기능만 골라 다시 신청해 주세요.");
        }

        if (consultation.BudgetMax < quotation.RequiredTotal)
        {
            risks.Add($"필수 기능의 합계({quotation.RequiredTotal:N0}원)가 예산 상한({consultation.BudgetMax:N0}원)을 넘습니다. 우선순위를 정해 나누어 진행하기를 권합니다.");
            return new("CONDITIONAL", risks, null);
        }

        return new("FEASIBLE", risks, null);
    }
}
