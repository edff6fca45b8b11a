namespace Joonbi.Sandbox.PortOne;

/// <summary>Where the money of a transfer goes back to. An account whose number ends in four zeros is another person's, and the bank finds out.</summary>
internal sealed record RefundAccount(string? Bank, string? Number, string? HolderName, string? HolderPhoneNumber)
{
    /// <summary>Of the vendor's own list, those that customers have accounts at.</summary>
    public static readonly IReadOnlyDictionary<string, string> Banks = new Dictionary<string, string>
    {
        ["KOOKMIN"] = "KB국민은행", ["SHINHAN"] = "신한은행", ["WOORI"] = "우리은행", ["HANA"] = "하나은행", ["NONGHYUP"] = "NH농협은행",
        ["LOCAL_NONGHYUP"] = "지역 농협·축협", ["IBK"] = "IBK기업은행", ["KAKAO"] = "카카오뱅크", ["TOSS"] = "토스뱅크", ["K_BANK"] = "케이뱅크",
        ["POST"] = "우체국", ["KFCC"] = "새마을금고", ["SHINHYUP"] = "신협", ["STANDARD_CHARTERED"] = "SC제일은행", ["CITI"] = "한국씨티은행",
        ["SUHYUP"] = "수협은행", ["KDB"] = "KDB산업은행", ["DAEGU"] = "iM뱅크", ["BUSAN"] = "부산은행", ["KYONGNAM"] = "경남은행",
        ["KWANGJU"] = "광주은행", ["JEONBUK"] = "전북은행", ["JEJU"] = "제주은행",
    };

    public bool IsRefused => Number?.EndsWith("0000", StringComparison.Ordinal) == true;

    public bool IsValid() => Banks.ContainsKey(Bank ?? "") && Number is { Length: >= 6 } && Number.All(char.IsAsciiDigit) && !string.IsNullOrWhiteSpace(HolderName);
}
