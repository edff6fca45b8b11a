namespace Joonbi.Application;

/// <summary>Money as Koreans read it: in 만원 where that is exact.</summary>
internal static class Won
{
    private const long Man = 10_000;

    public static string Text(long amount) => amount % Man == 0 ? $"{amount / Man:N0}만원" : $"{amount:N0}원";

    /// <summary><c>300~500만원</c>, <c>500만원 이하</c>, <c>300만원 이상</c> or <c>미정</c>.</summary>
    public static string Range(long? min, long? max) => (min, max) switch
    {
        (null, null) => "미정",
        (null, { } most) => $"{Text(most)} 이하",
        ({ } least, null) => $"{Text(least)} 이상",
        ({ } least, { } most) when least == most => Text(least),
        ({ } least, { } most) when least % Man == 0 && most % Man == 0 => $"{least / Man:N0}~{Text(most)}",
        ({ } least, { } most) => $"{least:N0}~{most:N0}원",
    };
}
