using static Joonbi.Sandbox.Clawdbot.Markdown;

namespace Joonbi.Sandbox.Clawdbot.Documents;

/// <summary>업무분석서: what the customer's business needs, and why these features.</summary>
internal static class AnalysisDocument
{
    public static string Write(DocumentContext context) => $"""
        # 업무분석서

        ## 1. 한눈에 보기

        {Table(["항목", "내용"],
        [
            ["프로젝트", context.ProjectName],
            ["의뢰일", context.Date],
            ["희망 완료일", context.DesiredDate],
            ["예산", context.Budget],
            ["참고 사이트", context.References],
            ["판정", $"**{context.Verdict.Korean}**"],
            ["예상 견적", $"{Won(context.Quotation.RequiredTotal)} – {Won(context.Quotation.Total)}"],
            ["예상 기간", $"영업일 {context.Quotation.Days}일"],
        ])}

        이 문서는 보내 주신 내용을 바탕으로 사이트가 해야 할 일을 정리하고, 어떤 기능이 왜 필요한지, 무엇을 조심해야 하는지를
        설명합니다. 구체적인 요구사항은 요구사항명세서에, 화면의 모습은 샘플기획서에, 금액은 견적서에 있습니다.

        ## 2. 고객의 요청

        보내 주신 글을 그대로 옮겼습니다.

        {Quote(context.Consultation.Description)}

        {Wishes(context)}

        ## 3. 이용자 이해

        사이트를 쓰는 사람은 크게 세 무리입니다. 같은 화면이라도 누가 보느냐에 따라 먼저 보여 줄 것이 다릅니다.

        {Table(["이용자", "찾아오는 까닭", "가장 먼저 필요한 것", "불편을 느끼는 순간"],
        [
            ["처음 온 방문자", "어떤 곳인지 알아보려고", "대표 사진, 가격, 위치, 연락처", "정보가 흩어져 있고 휴대전화에서 글씨가 작을 때"],
            ["단골 고객", "다시 이용하거나 내역을 보려고", "빠른 로그인과 지난 내역", "매번 같은 정보를 다시 써야 할 때"],
            ["운영자", "내용을 바꾸고 신청을 처리하려고", "오늘 할 일이 보이는 목록", "작은 변경도 개발자에게 부탁해야 할 때"],
        ])}

        ## 4. 핵심 업무의 흐름

        ### 4.1 방문에서 이용까지

        1. 검색이나 소개로 첫 화면에 들어옵니다.
        2. 소개와 안내를 읽고, 필요하면 가입합니다.
        3. 신청하거나 문의하고, 접수되었다는 알림을 받습니다.
        4. 이용을 마친 뒤 내역을 다시 보고, 새 소식을 받아 봅니다.

        ### 4.2 운영자의 하루

        1. 새로 들어온 신청과 문의를 확인합니다.
        2. 상태를 바꾸면 고객에게 알림이 갑니다.
        3. 소식과 사진을 올려 사이트를 새롭게 유지합니다.

        ## 5. 기능을 고른 근거

        {Table(["번호", "기능", "구분", "근거"], context.Numbered.Select(row => new[]
        {
            row.Code, row.Line.Price.Name, row.Line.Required ? "필수" : "선택", Text(row.Line.Reason),
        }))}

        {string.Join("\n\n", context.Numbered.Where(row => row.Line.Required).Select(row =>
            $"**{row.Code} {row.Line.Price.Name}.** {row.Line.Feature.Purpose}"))}

        ## 6. 참고 사이트의 활용

        참고 사이트에서는 다음 세 가지만 가져옵니다: 정보를 늘어놓은 순서, 메뉴의 깊이, 신청까지 걸리는 단계의 수. 글, 사진, 상표와
        고유한 디자인은 가져오지 않습니다. 색과 글꼴은 고객의 간판과 명함에 맞추어 새로 정합니다.

        ## 7. 위험과 대응

        {Table(["위험", "대응"], context.Verdict.Risks.Select(risk => new[]
        {
            risk, "착수 회의에서 담당자와 날짜를 정하고, 매주 점검합니다.",
        }))}

        ## 8. 판정

        {Conclusion(context)}

        ## 9. 확인이 필요한 질문

        1. 운영자는 몇 명이고, 권한을 나누어야 합니까?
        2. 도메인과 회사 메일 주소를 이미 가지고 계십니까?
        3. 지금 쓰는 예약 장부나 고객 명단에서 옮겨 올 자료가 있습니까?
        4. 처음 여는 날에 꼭 있어야 하는 것과 나중에 더해도 되는 것은 무엇입니까?

        *{DocumentContext.Note}*
        """;

    private static string Wishes(DocumentContext context) => context.Consultation.Features.Count == 0
        ? "따로 고르신 기능은 없습니다. 글에 나온 낱말로 기능을 도출했습니다."
        : $"따로 고르신 기능은 다음과 같습니다.\n\n{List(context.Consultation.Features.Select(Text))}";

    private static string Conclusion(DocumentContext context) => context.Verdict.Feasibility switch
    {
        "FEASIBLE" => $"요청하신 기능은 모두 준비스튜디오의 작업 범위 안에 있습니다. 필수 기능은 {Won(context.Quotation.RequiredTotal)}, "
            + $"영업일 {context.Quotation.Days}일이면 만들 수 있습니다.",
        "CONDITIONAL" => "요청하신 기능은 만들 수 있지만 예산 안에서 모두 만들기는 어렵습니다. 위 표의 필수 기능 가운데 먼저 열 것을 함께 고르면 "
            + "진행할 수 있습니다.",
        _ => Text(context.Verdict.RejectReason),
    };
}
