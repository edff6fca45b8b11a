using System.Runtime.CompilerServices;
using Joonbi.Api.Spreadsheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Tests.Spreadsheets;

/// <summary>A table that is larger than any buffer and breaks off, on a real connection: whoever reads it must not take it for the whole.</summary>
internal sealed class CsvFileTests
{
    private const int Many = 100_000;
    private TaskCompletionSource<int> stopped = null!;
    private WebApplication server = null!;
    private HttpClient http = null!;

    [SetUp]
    public async Task Start()
    {
        stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/whole", () => Table(Rows(Many)));
        server.MapGet("/broken", () => Table(Broken()));
        server.MapGet("/endless", () => Table(Rows(int.MaxValue)));
        await server.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
    }

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Test]
    public async Task A_whole_one_ends_well() => Assert.That((await http.GetStringAsync("/whole")).Split("\r\n"), Has.Length.EqualTo(Many + 2));

    [Test]
    public async Task One_whose_rows_break_off_has_no_clean_end()
    {
        using var response = await http.GetAsync("/broken", HttpCompletionOption.ResponseHeadersRead);
        Assert.That(response.IsSuccessStatusCode, "it has begun before anybody could know");
        Assert.That(async () => await response.Content.ReadAsStringAsync(), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task One_that_its_reader_leaves_is_read_no_further()
    {
        using (var response = await http.GetAsync("/endless", HttpCompletionOption.ResponseHeadersRead))
            Assert.That(response.IsSuccessStatusCode);

        Assert.That(await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30)), Is.LessThan(int.MaxValue));
    }

    private static CsvFile<int> Table(IAsyncEnumerable<int> rows) => new("표", "table", [new("수", row => row), new("글", _ => new string('x', 100))], rows);

    private async IAsyncEnumerable<int> Rows(int count, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var row = 0;
        try
        {
            for (; row < count; row++)
            {
                ct.ThrowIfCancellationRequested();
                yield return row;
            }

            await Task.CompletedTask;
        }
        finally
        {
            stopped.TrySetResult(row);
        }
    }

    private async IAsyncEnumerable<int> Broken()
    {
        await foreach (var row in Rows(Many))
            yield return row < Many - 1 ? row : throw new IOException("The database is gone.");
    }
}
