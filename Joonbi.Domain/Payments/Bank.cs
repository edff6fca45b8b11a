namespace Joonbi.Domain.Payments;

/// <summary>Where a customer in Korea may have an account. The names are those of the Korean clearing house's members as the payment vendor spells them.</summary>
public enum Bank
{
    /// <summary>KB국민은행.</summary>
    Kookmin,

    /// <summary>신한은행.</summary>
    Shinhan,

    /// <summary>우리은행.</summary>
    Woori,

    /// <summary>하나은행.</summary>
    Hana,

    /// <summary>NH농협은행.</summary>
    Nonghyup,

    /// <summary>지역 농협·축협.</summary>
    LocalNonghyup,

    /// <summary>IBK기업은행.</summary>
    Ibk,

    /// <summary>카카오뱅크.</summary>
    Kakao,

    /// <summary>토스뱅크.</summary>
    Toss,

    /// <summary>케이뱅크.</summary>
    KBank,

    /// <summary>우체국.</summary>
    Post,

    /// <summary>새마을금고.</summary>
    Kfcc,

    /// <summary>신협.</summary>
    Shinhyup,

    /// <summary>SC제일은행.</summary>
    StandardChartered,

    /// <summary>한국씨티은행.</summary>
    Citi,

    /// <summary>수협은행.</summary>
    Suhyup,

    /// <summary>KDB산업은행.</summary>
    Kdb,

    /// <summary>iM뱅크 (대구은행).</summary>
    Daegu,

    /// <summary>부산은행.</summary>
    Busan,

    /// <summary>경남은행.</summary>
    Kyongnam,

    /// <summary>광주은행.</summary>
    Kwangju,

    /// <summary>전북은행.</summary>
    Jeonbuk,

    /// <summary>제주은행.</summary>
    Jeju,
}
