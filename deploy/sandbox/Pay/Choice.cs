using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox.Pay;

/// <summary>One button of the payment window: what it does to the attempt, and what PortOne tells of it.</summary>
internal sealed record Choice(string Key, string Label, IReadOnlyList<string> Events, Func<Deal, Deal> Make)
{
    public static readonly IReadOnlyList<Choice> All =
    [
        new("success", "성공", ["Ready", "Paid"], Paid),
        new("fail", "실패", ["Ready", "Failed"], deal => deal with { Outcome = "FAILED", Failure = "카드 한도를 초과했습니다." }),
        new("close", "창 닫기 (포기)", ["Ready"], deal => deal),
        new("amount", "금액 변조 (1,000)", ["Ready", "Paid"], deal => Paid(deal with { Total = 1_000 })),
        new("store", "다른 상점", ["Ready", "Paid"], deal => Paid(deal with { StoreId = Shop.OtherStore })),
        new("vbank", "가상계좌 발급", ["Ready", "VirtualAccountIssued"], deal => deal with { Outcome = "VIRTUAL_ACCOUNT_ISSUED", VirtualAccount = "110-000-000000" }),
        new("test", "TEST 채널", ["Ready", "Paid"], deal => Paid(deal with { ChannelType = "TEST" })),
        new("usd", "USD", ["Ready", "Paid"], deal => Paid(deal with { Currency = "USD" })),
    ];

    public static Choice? Find(string? key) => All.FirstOrDefault(choice => choice.Key == key);

    private static Deal Paid(Deal deal) => deal with { Outcome = "PAID", PaidAt = deal.At };
}
