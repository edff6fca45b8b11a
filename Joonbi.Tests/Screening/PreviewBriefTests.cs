using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Screening;

internal sealed class PreviewBriefTests : ApiTest
{
    [Test]
    public async Task Says_what_submission_would_say_and_stores_nothing()
    {
        Assert.That(await Preview(new { description = "온라인 카지노 사이트를 만들어 주세요." }), Is.EqualTo(("FORBIDDEN_CONTENT", "카지노와 관련된 사이트는 제작하지 않습니다.")));
        Assert.That((await Preview(new { features = new[] { "예약", "모바일 앱" } })).Code, Is.EqualTo("OUT_OF_SCOPE"));
        Assert.That(await Preview(new { budgetMax = 50_000 }), Is.EqualTo(("BUDGET_TOO_LOW", "예산은 100,000원 이상이어야 합니다.")));
        Assert.That(await App.Sql<int>("select count(*)::int from consultations"), Is.Zero);
    }

    [Test]
    public async Task Has_nothing_against_what_is_not_written_yet_or_is_excused()
    {
        Assert.That((await Preview(new { })).Code, Is.Null);
        Assert.That((await Preview(new { projectName = "동네빵집", description = "도박 사이트가 아닙니다", budgetMax = 3_000_000 })).Code, Is.Null);
    }

    private static async Task<(string? Code, string? Reason)> Preview(object draft)
    {
        var rejection = (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations/preview", draft))).GetProperty("rejection");
        return rejection.ValueKind == JsonValueKind.Null ? default : (rejection.GetProperty("code").GetString(), rejection.GetProperty("reason").GetString());
    }
}
