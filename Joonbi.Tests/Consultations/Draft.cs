namespace Joonbi.Tests.Consultations;

/// <summary>A body that a customer would send, with a member or two exchanged.</summary>
internal static class Draft
{
    public static Dictionary<string, object?> Analysis(params (string Name, object? Value)[] but) => Of("ANALYSIS", but);

    public static Dictionary<string, object?> Simple(params (string Name, object? Value)[] but) => Of("SIMPLE", but);

    private static Dictionary<string, object?> Of(string kind, (string Name, object? Value)[] but)
    {
        var body = new Dictionary<string, object?>
        {
            ["kind"] = kind,
            ["projectName"] = "동네빵집",
            ["description"] = "빵집 홈페이지를 만들고 싶어요.\n예약과 게시판이 필요합니다.",
            ["referenceUrls"] = new[] { "https://example.com/bakery?menu=1" },
            ["budgetMin"] = 3_000_000,
            ["budgetMax"] = 5_000_000,
            ["desiredDate"] = "2099-01-31",
            ["features"] = new[] { "예약", "게시판" },
        };
        foreach (var (name, value) in but)
            body[name] = value;

        return body;
    }
}
