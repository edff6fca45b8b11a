using Joonbi.Domain.Screening;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Infrastructure.Screening;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Screening;

/// <summary>The seeded rules, each with what it must find and what it must let pass.</summary>
internal sealed class ScreeningRulesTests
{
    private RuleBook rules = null!;

    [OneTimeSetUp]
    public async Task ReadTheSeededRules() =>
        rules = new RuleBook(await (await TestRun.App).Services.GetRequiredService<ReadDb>().Many<ScreeningRule>(StoredRules.Select, new { }, default));

    [TestCase("온라인 도박 사이트를 만들고 싶어요", "도박")]
    [TestCase("온라인도박 게임", "도박")]
    [TestCase("도\u200B박 사이트", "도박")]
    [TestCase("바카라 게임 사이트", "도박")]
    [TestCase("A gambling site", "도박")]
    [TestCase("도박 박물관이 아니면 카페 사이트", "도박")]
    [TestCase("도박 사이트를 만들려는데 앱은 필요 없어요", "도박")]
    [TestCase("도박 사이트가 아닙니다", null)]
    [TestCase("도박, 카지노 사이트가 아닙니다", null)]
    [TestCase("도박이나 토토와는 관련이 없습니다", null)]
    [TestCase("도박은 취급하지 않습니다", null)]
    [TestCase("도박 중독 예방 센터 홈페이지", null)]
    [TestCase("수도박물관 홈페이지", null)]
    [TestCase("경기도박람회 안내", null)]
    public void Gambling_is_forbidden(string text, string? rule) => Judged(text, rule);

    [TestCase("카지노 게임을 제공하는 사이트", "카지노")]
    [TestCase("온라인카지노", "카지노")]
    [TestCase("ＣＡＳＩＮＯ", "카지노")]
    [TestCase("an online casino", "카지노")]
    [TestCase("카지노를 제한 없이 즐기는 사이트", "카지노")]
    [TestCase("카지노는 아닙니다", null)]
    [TestCase("not a casino, just a cafe", null)]
    public void Casinos_are_forbidden(string text, string? rule) => Judged(text, rule);

    [TestCase("성인용품 쇼핑몰", "성인")]
    [TestCase("성인 용품 판매", "성인")]
    [TestCase("성인 사이트", "성인")]
    [TestCase("성인 웹툰을 보여 주는 사이트", "성인")]
    [TestCase("성인물 커뮤니티", "성인")]
    [TestCase("해외성인사이트 모음", "성인")]
    [TestCase("adult content platform", "성인")]
    [TestCase("성인 교육", null)]
    [TestCase("성인교육 기관 홈페이지", null)]
    [TestCase("성인 영어 회화 학원", null)]
    [TestCase("성인반과 어린이반이 있는 미술 학원", null)]
    [TestCase("성인을 위한 취미 피아노 교실", null)]
    [TestCase("성인 2명, 아동 1명 예약", null)]
    [TestCase("감성인테리어 업체입니다", null)]
    [TestCase("여성인력 개발 센터", null)]
    [TestCase("음성인식 기기 소개", null)]
    [TestCase("성인용품 사이트가 아닙니다", null)]
    [TestCase("성인병 예방 정보", null)]
    public void Adult_content_is_forbidden(string text, string? rule) => Judged(text, rule);

    [TestCase("스포츠토토 분석 사이트", "토토")]
    [TestCase("사설 토토", "토토")]
    [TestCase("토토를 중개합니다", "토토")]
    [TestCase("토토로 굿즈 쇼핑몰", null)]
    [TestCase("이웃집 토토로 팬 카페", null)]
    [TestCase("토토 사이트는 아니에요", null)]
    public void Sports_betting_is_forbidden(string text, string? rule) => Judged(text, rule);

    [TestCase("불법 다운로드 사이트", "불법")]
    [TestCase("불법 스트리밍", "불법")]
    [TestCase("사실상 불법인 대출 중개", "불법")]
    [TestCase("illegal streaming", "불법")]
    [TestCase("불법 복제 방지 기능", null)]
    [TestCase("불법 주차 신고 안내", null)]
    [TestCase("불법 촬영 근절 캠페인", null)]
    [TestCase("불법이 아닙니다", null)]
    [TestCase("마약김밥 맛집", null)]
    public void What_is_illegal_is_forbidden(string text, string? rule) => Judged(text, rule);

    [TestCase("모바일 앱을 만들고 싶어요", "모바일 앱")]
    [TestCase("모바일앱도 필요합니다", "모바일 앱")]
    [TestCase("앱이 필요해요", "모바일 앱")]
    [TestCase("안드로이드와 아이폰 앱 개발", "모바일 앱")]
    [TestCase("앱이 없어서 만들고 싶어요", "모바일 앱")]
    [TestCase("앱뿐만 아니라 홈페이지도 필요해요", "모바일 앱")]
    [TestCase("앱은 안 되나요?", "모바일 앱")]
    [TestCase("배달 어플리케이션 제작", "모바일 앱")]
    [TestCase("어플을 출시하려고 해요", "모바일 앱")]
    [TestCase("We need a mobile app", "모바일 앱")]
    [TestCase("an iOS app for our gym", "모바일 앱")]
    [TestCase("not only a mobile app but a web site", "모바일 앱")]
    [TestCase("React Native", "모바일 앱")]
    [TestCase("앱은 필요 없어요", null)]
    [TestCase("앱은 필요하지 않습니다", null)]
    [TestCase("앱 없이 웹사이트만", null)]
    [TestCase("앱 설치 없이 쓰고 싶어요", null)]
    [TestCase("앱 말고 홈페이지로 부탁드려요", null)]
    [TestCase("모바일 앱은 제외하고 진행해 주세요", null)]
    [TestCase("앱을 만들 계획은 없습니다", null)]
    [TestCase("앱은 안 만들어도 됩니다", null)]
    [TestCase("웹앱", null)]
    [TestCase("웹 앱 형태의 예약 사이트", null)]
    [TestCase("앱처럼 부드러운 화면", null)]
    [TestCase("앱솔루트 보드카 소개", null)]
    [TestCase("카카오톡 앱에서도 잘 보이게", null)]
    [TestCase("우리 앱 소개 랜딩페이지", null)]
    [TestCase("apple 느낌의 디자인", null)]
    [TestCase("no mobile app", null)]
    [TestCase("We don't need a mobile app.", null)]
    [TestCase("A web app is fine", null)]
    [TestCase("without an app", null)]
    [TestCase("mobile app is not needed", null)]
    public void Mobile_apps_are_out_of_scope(string text, string? rule) => Judged(text, rule);

    [TestCase("AI 모델을 학습시켜 주세요", "AI 모델")]
    [TestCase("인공지능 모델 개발", "AI 모델")]
    [TestCase("머신러닝으로 추천", "AI 모델")]
    [TestCase("딥 러닝 서비스", "AI 모델")]
    [TestCase("a machine learning pipeline", "AI 모델")]
    [TestCase("Train an AI model", "AI 모델")]
    [TestCase("AI 느낌의 디자인", null)]
    [TestCase("AI 모델은 필요 없어요", null)]
    [TestCase("AI 학습지 회사 홈페이지", null)]
    [TestCase("딥러닝 연구실 소개 페이지", null)]
    [TestCase("e-mail 문의 폼", null)]
    public void Models_are_out_of_scope(string text, string? rule) => Judged(text, rule);

    [TestCase("블록체인 기반 투표", "블록체인")]
    [TestCase("NFT 마켓", "블록체인")]
    [TestCase("암호화폐 지갑", "블록체인")]
    [TestCase("a smart contract platform", "블록체인")]
    [TestCase("블록체인 위변조 없는 시스템", "블록체인")]
    [TestCase("블록체인 회사 소개 홈페이지", null)]
    [TestCase("블록체인은 쓰지 않아요", null)]
    [TestCase("코인세탁소 홈페이지", null)]
    public void Blockchains_are_out_of_scope(string text, string? rule) => Judged(text, rule);

    [TestCase("실시간 화상 통화 기능", "실시간 화상 통화")]
    [TestCase("화상채팅 서비스", "실시간 화상 통화")]
    [TestCase("일대일 화상 수업을 하고 싶어요", "실시간 화상 통화")]
    [TestCase("live video calls with doctors", "실시간 화상 통화")]
    [TestCase("WebRTC", "실시간 화상 통화")]
    [TestCase("화상 통화는 없어도 됩니다", null)]
    [TestCase("줌 화상 회의 링크만 걸어 주세요", null)]
    [TestCase("화상 회의실 예약", null)]
    [TestCase("화상 환자를 위한 병원", null)]
    [TestCase("no video calls", null)]
    public void Live_video_calls_are_out_of_scope(string text, string? rule) => Judged(text, rule);

    [TestCase("동네 빵집 홈페이지를 만들고 싶어요. 메뉴와 약도, 예약 게시판이 필요합니다.")]
    [TestCase("치과 홈페이지, 온라인 예약과 후기 게시판")]
    [TestCase("꽃집 쇼핑몰. 결제는 PG 연동, 회원가입은 카카오로.")]
    [TestCase("동아리 토론 게시판과 자료실")]
    public void An_ordinary_brief_passes(string text) => Judged(text, null);

    [Test]
    public void A_decomposed_spelling_is_the_same_word() => Judged("\u1103\u1169\u1107\u1161\u11A8 사이트", "도박");

    [Test]
    public void What_is_forbidden_is_said_before_what_is_out_of_scope() => Judged("모바일 앱으로 만드는 카지노", "카지노");

    [Test]
    public void A_long_hostile_text_is_judged_at_once() => Judged(string.Concat(Enumerable.Repeat("앱 도박 성인 ", 600)), "도박");

    [Test]
    public void Each_reason_is_korean()
    {
        foreach (var text in new[] { "도박", "카지노", "성인", "토토", "불법", "앱", "머신러닝", "블록체인", "화상 통화" })
            Assert.That(rules.Judge(text)!.Rule.Reason, Does.Match("[가-힣]+.*\\.$"));
    }

    private void Judged(string text, string? rule) => Assert.That(rules.Judge(text)?.Rule.Name, Is.EqualTo(rule), text);
}
