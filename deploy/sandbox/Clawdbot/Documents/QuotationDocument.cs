using static Joonbi.Sandbox.Clawdbot.Markdown;

namespace Joonbi.Sandbox.Clawdbot.Documents;

/// <summary>견적서: every figure is a price of the table, a product or a sum of them.</summary>
internal static class QuotationDocument
{
    public static string Write(DocumentContext context)
    {
        var quotation = context.Quotation;
        return $"""
            # 견적서

            {Table(["항목", "내용"],
            [
                ["프로젝트", context.ProjectName],
                ["받는 분", $"{Text(context.Consultation.CustomerName ?? "고객")} 님"],
                ["보내는 곳", "준비스튜디오"],
                ["작성일", context.Date],
                ["작업 기간", $"착수일부터 영업일 {quotation.Days}일"],
            ])}

            **필수 기능 합계 {Won(quotation.RequiredTotal)}** (선택 기능까지 모두 {Won(quotation.Total)})

            ## 1. 필수 기능

            {Lines(quotation.Required, quotation.RequiredTotal)}

            ## 2. 선택 기능

            필요한 것만 고르시면 됩니다. 나중에 더하셔도 같은 가격입니다.

            {(quotation.Optional.Any() ? Lines(quotation.Optional, quotation.OptionalTotal) : "권해 드리는 선택 기능이 없습니다.")}

            ## 3. 합계

            {Table(["구분", "금액"],
            [
                ["필수 기능 합계", Won(quotation.RequiredTotal)],
                ["선택 기능 합계", Won(quotation.OptionalTotal)],
                ["**전체 합계**", $"**{Won(quotation.Total)}**"],
            ], "lr")}

            ## 4. 항목별 내용

            {Table(["항목", "포함하는 것", "작업일"], quotation.Lines.Select(line => new[]
            {
                line.Price.Name, string.Join(" ", line.Feature.Requirements), $"{line.Feature.Days:0.#}일",
            }), "llr")}

            ## 5. 산출물

            요구사항명세서, 소스코드, 운영매뉴얼, 관리자계정정보는 견적에 들어 있습니다. 아래 문서는 필요할 때 더합니다.

            {Table(["선택 산출물", "금액"], quotation.OptionalDeliverables.Select(price => new[] { price.Name, Won(price.Amount) }), "lr")}

            ## 6. 포트폴리오 할인

            완성한 사이트를 준비스튜디오의 포트폴리오에 소개하는 데 동의하시면 할인해 드립니다. 필수 기능만 만드는 경우의 금액입니다.

            {Table(["공개 범위", "할인", "할인한 금액"],
            [
                ["전체 공개", "10%", Won(quotation.RequiredTotal - (quotation.RequiredTotal * 10 / 100))],
                ["익명 공개", "5%", Won(quotation.RequiredTotal - (quotation.RequiredTotal * 5 / 100))],
                ["비공개", "없음", Won(quotation.RequiredTotal)],
            ], "lrr")}

            ## 7. 지급 조건

            1. 계약금은 합의한 금액의 30%이며, 이미 내신 분석 상담료는 계약금에서 뺍니다.
            2. 잔금은 검수를 마친 뒤에 받습니다.
            3. 산출물마다 다섯 번까지 무료로 고쳐 드립니다. 오류 수정과 질문은 횟수에 넣지 않습니다.
            4. 인도한 뒤 3개월 동안 오류는 무료로 고칩니다.

            ## 8. 알아 두실 것

            {List([
                "가격표에 “부터”로 표시된 항목(외부 API 연동 등)은 연동할 서비스의 사정에 따라 달라질 수 있고, 그때는 먼저 알려 드립니다.",
                "도메인, 서버, 문자 발송, 결제 수수료처럼 다른 회사에 내는 비용은 들어 있지 않습니다.",
                "범위가 바뀌면 이 견적도 바뀝니다.",
            ])}

            *{DocumentContext.Note}*
            """;
    }

    private static string Lines(IEnumerable<QuotationLine> lines, long total) => Table(
        ["항목", "단가", "수량", "금액"],
        [
            .. lines.Select(line => new[]
            {
                line.Price.Name + (line.Price.IsMinimum ? " (부터)" : ""), Won(line.Price.Amount), $"{line.Quantity}{Unit(line.Price)}", Won(line.Amount),
            }),
            ["**합계**", "", "", $"**{Won(total)}**"],
        ],
        "lrrr");

    private static string Unit(Price price) => string.IsNullOrWhiteSpace(price.Unit) ? "" : Text(price.Unit);
}
