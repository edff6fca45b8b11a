using static Joonbi.Sandbox.Clawdbot.Markdown;

namespace Joonbi.Sandbox.Clawdbot.Documents;

/// <summary>요구사항명세서: what will be built, so that both sides can tell whether it was.</summary>
internal static class RequirementsDocument
{
    public static string Write(DocumentContext context) => $"""
        # 요구사항명세서

        ## 1. 목적과 범위

        이 문서는 **{context.ProjectName}** 프로젝트에서 만들 것을 정합니다. 계약 뒤에는 이 문서가 검수의 기준이 됩니다. 여기에 없는
        기능은 범위 밖이며, 새 요청은 따로 견적을 냅니다.

        {Table(["구분", "내용"],
        [
            ["작성일", context.Date],
            ["기능 요구사항", $"필수 {context.Quotation.Required.Count()}건, 선택 {context.Quotation.Optional.Count()}건"],
            ["대상 기기", "휴대전화, 태블릿, PC의 최신 웹 브라우저"],
            ["언어", "한국어"],
        ])}

        ## 2. 이용자와 권한

        {Table(["이용자", "볼 수 있는 것", "할 수 있는 것"],
        [
            ["방문자", "공개된 모든 화면", "가입, 문의"],
            ["회원", "공개된 화면과 자기 내역", "신청, 변경, 취소, 내 정보 관리, 탈퇴"],
            ["운영자", "관리 화면 전체", "콘텐츠 관리, 신청 처리, 회원 조회"],
        ])}

        다른 회원의 내역은 주소를 알아도 볼 수 없습니다.

        ## 3. 기능 요구사항

        {string.Join("\n\n", context.Numbered.Select(row => Section(row.Code, row.Line)))}

        ## 4. 비기능 요구사항

        {Table(["번호", "구분", "요구사항", "확인 방법"],
        [
            ["NFR-01", "성능", "주요 화면은 일반적인 휴대전화 통신망에서 3초 안에 내용이 보입니다.", "Lighthouse 성능 점수 90점 이상"],
            ["NFR-02", "보안", "모든 통신은 HTTPS로 하고, 비밀번호는 되돌릴 수 없게 저장합니다.", "설정 점검과 코드 검토"],
            ["NFR-03", "개인정보", "꼭 필요한 정보만 받고, 동의와 그 시각을 남기며, 탈퇴하면 지웁니다.", "항목 대조와 탈퇴 시험"],
            ["NFR-04", "접근성", "글자와 바탕의 대비, 키보드 조작, 대체 글을 갖춥니다.", "자동 검사와 손으로 하는 시험"],
            ["NFR-05", "호환성", "Chrome, Safari, Edge, 삼성 인터넷의 최신 두 버전에서 같게 보입니다.", "기기별 시험"],
            ["NFR-06", "복구", "매일 백업하고, 하루 안의 자료로 되돌릴 수 있습니다.", "복구 연습 1회"],
        ])}

        ## 5. 다루는 자료

        {Table(["자료", "주요 항목", "보관"],
        [
            ["회원", "이메일, 이름, 연락처, 동의 기록", "탈퇴할 때까지"],
            ["신청", "일시, 내용, 상태, 변경 기록", "처리 뒤 1년"],
            ["콘텐츠", "제목, 본문, 사진, 공개 여부", "운영자가 지울 때까지"],
            ["접속 기록", "시각, 주소, 결과", "3개월"],
        ])}

        ## 6. 범위 밖

        {List(["휴대전화 앱(앱스토어 등록)", "사진 촬영, 글쓰기, 번역", "검색 광고와 마케팅 대행", "기존 사이트의 자료 이전(요청 시 별도 견적)"])}

        ## 7. 검수 기준

        1. 3장의 각 요구사항은 그 아래에 적은 기준으로 확인합니다.
        2. 4장의 요구사항은 표에 적은 방법으로 확인합니다.
        3. 검수에서 나온 오류는 모두 고친 뒤에 인도합니다. 인도한 뒤 3개월 동안 오류는 무료로 고칩니다.

        *{DocumentContext.Note}*
        """;

    private static string Section(string code, QuotationLine line) => $"""
        ### {code} {line.Price.Name} ({(line.Required ? "필수" : "선택")})

        {line.Feature.Purpose}

        {Table(["세부 번호", "요구사항"], line.Feature.Requirements.Select((requirement, index) => new[] { $"{code}-{index + 1}", requirement }))}

        - 화면: {line.Feature.Screen}
        - 검수 기준: {line.Feature.Acceptance}
        """;
}
