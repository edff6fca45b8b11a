using Joonbi.Domain.Payments;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>
/// What the first generation wants to hear as a bank is the payment provider's own code. All but one derive it from the
/// clearing house's number; a provider that we do not know is given that number, as most are.
/// </summary>
internal static class PortOneV1Banks
{
    /// <summary>Null when the provider cannot pay to that bank.</summary>
    public static string? Code(Bank bank, string? provider) => provider switch
    {
        "kcp" or "kcp_billing" or "kcp_quick" or "kcp_v2" => $"BK{Number(bank):00}",
        "html5_inicis" or "inicis" or "inicis_v2" => $"{Number(bank):00}",
        "daou" => Daou(bank),
        _ => $"{Number(bank):000}",
    };

    private static int Number(Bank bank) => bank switch
    {
        Bank.Kdb => 2,
        Bank.Ibk => 3,
        Bank.Kookmin => 4,
        Bank.Suhyup => 7,
        Bank.Nonghyup => 11,
        Bank.LocalNonghyup => 12,
        Bank.Woori => 20,
        Bank.StandardChartered => 23,
        Bank.Citi => 27,
        Bank.Daegu => 31,
        Bank.Busan => 32,
        Bank.Kwangju => 34,
        Bank.Jeju => 35,
        Bank.Jeonbuk => 37,
        Bank.Kyongnam => 39,
        Bank.Kfcc => 45,
        Bank.Shinhyup => 48,
        Bank.Post => 71,
        Bank.Hana => 81,
        Bank.Shinhan => 88,
        Bank.KBank => 89,
        Bank.Kakao => 90,
        Bank.Toss => 92,
    };

    private static string? Daou(Bank bank) => bank switch
    {
        Bank.Ibk => "03",
        Bank.Kookmin => "04",
        Bank.Nonghyup => "08",
        Bank.Woori => "09",
        Bank.Shinhan => "10",
        Bank.StandardChartered => "11",
        Bank.Hana => "12",
        Bank.Busan => "15",
        Bank.Post => "31",
        _ => null,
    };
}
