using System.Diagnostics;
using System.Text;
using Joonbi.Application.Documents;
using Joonbi.Infrastructure.Documents;

namespace Joonbi.Bench;

/// <summary>The four documents of a consultation, of five pages each, and what a thousand of them leave in memory.</summary>
internal static class PdfBench
{
    private const int Documents = 1_000;
    private static readonly string[] Titles = ["업무분석서", "요구사항명세서", "샘플기획서", "견적서"];

    public static Task Run(Cluster cluster)
    {
        _ = cluster;
        var services = new ServiceCollection();
        services.AddDocuments();
        using var provider = services.BuildServiceProvider();
        var renderer = provider.GetRequiredService<IDocumentRenderer>();
        var sources = Titles.Select(Source).ToArray();

        var first = Stopwatch.StartNew();
        var files = sources.Select(source => renderer.Render(source, default)).ToArray();
        first.Stop();
        Figures.Note($"pages: {string.Join(", ", files.Select(Pages))}; sizes: {string.Join(", ", files.Select(file => $"{file.Length / 1000} kB"))}");
        Figures.AtMost("four documents of five pages, the first in this process", first.Elapsed.TotalSeconds, 2, "s");
        Figures.AtMost("largest of them", files.Max(file => file.Length) / 1000.0, 300, "kB");

        var early = 0L;
        for (var i = 1; i <= Documents; i++)
        {
            renderer.Render(sources[i % sources.Length], default);
            if (i == Documents / 10)
                early = Resident();
        }

        Figures.Note($"resident after {Documents / 10}: {early / 1048576} MB, after {Documents}: {Resident() / 1048576} MB");
        Figures.Ratio($"memory after {Documents:N0} documents ÷ after {Documents / 10}", (double)Resident() / early, 1.2, atLeast: false);
        return Task.CompletedTask;
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static int Pages(byte[] pdf) => Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;

    private static DocumentSource Source(string title)
    {
        var text = new StringBuilder($"# {title}\n\n");
        for (var chapter = 1; chapter <= 9; chapter++)
        {
            text.Append($"## {chapter}. 예약과 게시판\n\n동네 빵집의 홈페이지입니다. 손님은 빵을 미리 예약하고, 사장님은 예약을 한눈에 봅니다. 참고하신 사이트의 구성을 따르되 더 간단하게 만듭니다.\n\n");
            text.Append("| 기능 | 수량 | 금액 |\n|---|---:|---:|\n| 로그인/회원가입 | 1 | 200,000 |\n| 기본 게시판 | 2 | 300,000 |\n| PG 결제 연동 | 1 | 500,000 |\n\n");
            text.Append("- 첫 화면에서 오늘의 빵을 보여 줍니다\n- 예약은 **두 번** 누르면 끝납니다\n- 관리자는 `엑셀`로 내려받습니다\n\n");
        }

        return new DocumentSource(title, "우리동네 빵집 홈페이지", new DateOnly(2026, 1, 2), text.ToString());
    }
}
