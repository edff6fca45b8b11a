using Joonbi.Api.Files;
using Joonbi.Application.Files;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Files;
using Joonbi.Tests.Configuration;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Files;

/// <summary>With <c>ACCEL_REDIRECT</c> nginx sends the bytes: the answer says which, and opens no file.</summary>
internal sealed class AccelRedirectTests
{
    private static readonly FileToSend File = new("ab/cd/abcd0123456789abcdef0123456789ab", "견적서.pdf", "application/pdf", new byte[32], JoonbiApp.Epoch);

    [Test]
    public async Task Names_the_bytes_below_the_location_and_keeps_type_and_name()
    {
        var response = await Answer();

        Assert.That(response.Headers["X-Accel-Redirect"].ToString(), Is.EqualTo("/uploads/ab/cd/abcd0123456789abcdef0123456789ab"));
        Assert.That((response.StatusCode, response.ContentType), Is.EqualTo((200, "application/pdf")));
        Assert.That(response.Headers.ContentDisposition.ToString(), Does.StartWith("attachment;").And.Contain("filename*=UTF-8''%EA%B2%AC%EC%A0%81%EC%84%9C.pdf"));
    }

    [Test]
    public async Task Who_has_it_already_gets_304_and_no_bytes()
    {
        var response = await Answer($"\"{new string('0', 64)}\"");

        Assert.That((response.StatusCode, response.Headers.ContainsKey("X-Accel-Redirect")), Is.EqualTo((304, false)));
    }

    [TestCase("uploads")]
    [TestCase("/uploads")]
    [TestCase("uploads/")]
    public void The_location_begins_and_ends_with_a_slash(string location) =>
        Assert.That(SettingsTests.Read(("ACCEL_REDIRECT", location)).Complaint, Does.Contain("ACCEL_REDIRECT"));

    private static ServiceProvider Services(Joonbi.Api.Configuration.Settings settings) => new ServiceCollection()
        .AddSingleton(settings.Web)
        .AddSingleton<IFileStore>(new LocalFileStore(settings.Infrastructure, new RandomSource(TimeProvider.System)))
        .BuildServiceProvider();

    private static async Task<HttpResponse> Answer(string? ifNoneMatch = null)
    {
        var settings = SettingsTests.Read(("ACCEL_REDIRECT", "/uploads/"));
        var context = new DefaultHttpContext { RequestServices = Services(settings) };
        (context.Request.Method, context.Request.Headers.IfNoneMatch) = ("GET", ifNoneMatch);
        await new FileContent(File).ExecuteAsync(context);
        return context.Response;
    }
}
