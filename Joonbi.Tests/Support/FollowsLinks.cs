using System.Net;

namespace Joonbi.Tests.Support;

/// <summary>
/// Goes where a download is sent, outside the service under test, as a browser does: the same method, range and conditions, and not
/// the authorization.
/// </summary>
internal sealed class FollowsLinks : DelegatingHandler
{
    private static readonly HttpClient Outside = new(new HttpClientHandler { AllowAutoRedirect = false });
    private static readonly string[] Taken = ["Range", "If-Range", "If-None-Match"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Found || answer.Headers.Location is not { IsAbsoluteUri: true } link || link.Authority == request.RequestUri!.Authority)
            return answer;

        var further = new HttpRequestMessage(request.Method, link);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            if (Taken.Contains(name))
                further.Headers.TryAddWithoutValidation(name, values.ToString());
        }

        return await Outside.SendAsync(further, cancellationToken);
    }
}
