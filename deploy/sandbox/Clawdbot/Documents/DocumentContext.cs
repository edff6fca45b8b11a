namespace Joonbi.Sandbox.Clawdbot.Documents;

/// <summary>What the four documents are written from; none of them computes a figure of its own.</summary>
internal sealed record DocumentContext(Consultation Consultation, Quotation Quotation, Verdict Verdict)
{
    public const string Note =
        "이 문서는 개발용 대역이 요청 내용과 가격표만으로 만든 예시입니다. 참고 사이트에 실제로 접속하지 않았습니다.";

    public string ProjectName => Markdown.Text(Consultation.ProjectName);

    public string Date => Day(Consultation.CreatedAt.ToOffset(TimeSpan.FromHours(9)));

    public string Budget => (Consultation.BudgetMin, Consultation.BudgetMax) switch
    {
        (null, null) => "미정",
        ({ } min, null) => $"{Markdown.Won(min)} 이상",
        (null, { } max) => $"{Markdown.Won(max)} 이하",
        ({ } min, { } max) => $"{Markdown.Won(min)} – {Markdown.Won(max)}",
    };

    public string DesiredDate => Consultation.DesiredDate is { } day ? $"{day.Year}년 {day.Month}월 {day.Day}일" : "미정";

    public string References => Consultation.ReferenceUrls.Count == 0
        ? "없음"
        : string.Join(", ", Consultation.ReferenceUrls.Select(Markdown.Text));

    public IEnumerable<(string Code, QuotationLine Line)> Numbered =>
        Quotation.Lines.Select((line, index) => ($"FR-{index + 1:00}", line));

    private static string Day(DateTimeOffset at) => $"{at.Year}년 {at.Month}월 {at.Day}일";
}
