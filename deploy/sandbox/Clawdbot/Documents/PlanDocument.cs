using static Joonbi.Sandbox.Clawdbot.Markdown;

namespace Joonbi.Sandbox.Clawdbot.Documents;

/// <summary>샘플기획서: how the site could look and behave, screen by screen.</summary>
internal static class PlanDocument
{
    public static string Write(DocumentContext context)
    {
        var screens = Screen.For(context.Quotation);
        return $"""
            # 샘플기획서

            ## 1. 콘셉트

            **“처음 온 사람도 10초면 안다.”** {context.ProjectName} 사이트의 첫 목표는 방문자가 어떤 곳인지, 무엇을 할 수 있는지, 어떻게
            시작하는지를 스크롤 한 번 안에 아는 것입니다. 꾸밈보다 사진과 글이 먼저이고, 한 화면에서 할 일은 하나입니다.

            {Table(["원칙", "화면에서는"],
            [
                ["먼저 답한다", "가격, 위치, 시간처럼 가장 많이 묻는 것을 위에 둡니다."],
                ["한 화면에 한 가지", "가장 중요한 버튼은 화면마다 하나만 진하게 칠합니다."],
                ["손가락이 닿는 곳에", "휴대전화에서는 행동 버튼을 아래에 고정합니다."],
                ["기다리게 하지 않는다", "오래 걸리는 일은 진행 상태를 보여 줍니다."],
            ])}

            ## 2. 메뉴 구조

            {Table(["1단계", "2단계", "누가 보나"],
            [
                ["홈", "–", "모두"],
                ["소개", "인사말 · 공간 · 오시는 길", "모두"],
                ["이용 안내", "이용 방법 · 가격 · 자주 묻는 질문", "모두"],
                .. context.Quotation.Required.Where(line => line.Feature.Keywords.Length > 0 && !line.Feature.Screen.StartsWith("관리자", StringComparison.Ordinal))
                    .Select(line => new[] { line.Price.Name, line.Feature.Screen, "모두 또는 회원" }),
                ["내 정보", "내역 · 회원 정보 · 탈퇴", "회원"],
            ])}

            ## 3. 화면 목록

            {Table(["번호", "화면", "하는 일"], screens.Select(screen => new[] { screen.Id, screen.Name, screen.Purpose }))}

            ## 4. 화면 설명

            {string.Join("\n\n", screens.Select(Section))}

            ## 5. 디자인 방향

            {Table(["요소", "방향"],
            [
                ["색", "바탕은 흰색과 따뜻한 회색, 강조색은 간판 색 하나만 씁니다."],
                ["글꼴", "Pretendard. 본문 16px, 줄 간격 1.6, 제목은 굵게 두 단계만 씁니다."],
                ["사진", "실제 공간의 밝은 사진 10장 안팎. 가로 1,600px 이상."],
                ["여백", "8px 격자. 문단 사이는 넉넉하게 둡니다."],
                ["반응형", "360px, 768px, 1,280px 세 너비에서 시안을 냅니다."],
            ])}

            ## 6. 준비물

            고객이 준비할 것과 저희가 준비할 것을 나누었습니다.

            {Table(["준비물", "누가", "언제까지"],
            [
                ["로고 원본, 사업자 정보", "고객", "착수일"],
                ["소개 글 초안, 사진", "고객", "착수 뒤 1주"],
                ["글 다듬기, 사진 보정", "준비스튜디오", "받은 뒤 3일"],
                ["도메인과 서버", "준비스튜디오(비용은 고객)", "열기 1주 전"],
            ])}

            ## 7. 일정

            {Table(["단계", "하는 일", "기간(영업일)"], Schedule(context.Quotation.Days), "llr")}

            *{DocumentContext.Note}*
            """;
    }

    private static IEnumerable<string[]> Schedule(int days)
    {
        var design = Math.Max(1, days / 4);
        var test = Math.Max(2, days / 5);
        yield return ["설계", "화면 설계와 시안 확정", $"{design}일"];
        yield return ["개발", "화면과 기능 개발, 매주 중간 공유", $"{days - design - test}일"];
        yield return ["시험", "검수, 오류 수정, 인도", $"{test}일"];
        yield return ["**합계**", "", $"**{days}일**"];
    }

    private static string Section(Screen screen) => $"""
        ### {screen.Id} {screen.Name}

        {screen.Purpose}

        {Table(["구역", "내용", "동작"],
        [
            ["머리글", "로고, 메뉴, 로그인 상태", "휴대전화에서는 메뉴가 접힙니다."],
            ["본문", screen.Content, "누르면 다음 단계로 갑니다."],
            ["안내", "비어 있을 때와 오류가 났을 때의 문구", "무엇을 하면 되는지 함께 알려 줍니다."],
            ["바닥글", "연락처, 사업자 정보, 약관", "모든 화면에서 같습니다."],
        ])}
        """;
}
