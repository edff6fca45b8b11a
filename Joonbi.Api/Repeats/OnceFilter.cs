using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Joonbi.Api.Files;
using Joonbi.Api.OpenApi;
using Joonbi.Api.Security;
using Joonbi.Application.Repeats;
using Joonbi.Domain;
using Joonbi.Domain.Files;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Joonbi.Api.Repeats;

/// <summary>
/// <c>Idempotency-Key</c>: a request that was answered under its key is answered by the same words again, before its endpoint
/// runs. What makes its effect happen once is in the command's transaction; see <see cref="IRepeats"/>.
/// </summary>
internal static class OnceFilter
{
    public const string Header = "Idempotency-Key";

    /// <summary>The route takes a key.</summary>
    public static RouteHandlerBuilder Once(this RouteHandlerBuilder route) =>
        route.WithMetadata(new DocumentedHeader(Header, About, RequestKey.MaxLength)).AddEndpointFilter(Answer);

    private static async ValueTask<object?> Answer(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (!http.Request.Headers.TryGetValue(Header, out var text))
            return await next(invocation);

        var key = new RequestKey(CurrentUser.Of(http.User).Id, Printable(text.ToString()));
        var repeats = http.RequestServices.GetRequiredService<IRepeats>();
        var said = Said(invocation);
        if (await repeats.Find(key, http.RequestAborted) is { Answer: { } first } done)
        {
            done.RequireSame(await Whole(said, http));
            return new GivenAnswer(first);
        }

        repeats.Arm(key, said);
        var given = await GivenAnswer.Of((IResult)(await next(invocation))!, http);
        return new GivenAnswer(await repeats.Answered(given, http.RequestAborted));
    }

    private static string Printable(string text) =>
        text.Length is > 0 and <= RequestKey.MaxLength && text.EnumerateRunes().All(IsPrintable)
            ? text
            : throw new InvalidFieldException(Header, $"{RequestKey.MaxLength}자 이하의 보이는 글자로 적어 주세요.");

    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>What the request means, not how it is spelt: blanks and the order of members do not make another one.</summary>
    private static byte[] Said(EndpointFilterInvocationContext invocation)
    {
        var http = invocation.HttpContext;
        var type = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var body = invocation.Arguments.FirstOrDefault(argument => argument is not null && argument.GetType() == type);
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return Fingerprint.Of($"{http.Request.Method} {http.Request.Path}", body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json));
    }

    /// <summary>An answered upload is read once more, to be compared, and kept nowhere.</summary>
    private static async Task<byte[]> Whole(byte[] said, HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FileBody>() is null)
            return said;

        await using var file = await IncomingFile.Begin(http.Request, http.RequestServices.GetRequiredService<UploadPolicy>().MaxFileSize, http.RequestAborted);
        return Fingerprint.WithFile(said, file.Name, await SHA256.HashDataAsync(file, http.RequestAborted));
    }

    private const string About =
        "같은 키와 같은 내용으로 다시 보내면 24시간 동안 첫 응답을 그대로 돌려줍니다. 내용이 다르면 409 IDEMPOTENCY_KEY_REUSED, 첫 요청을 아직 처리하고 있으면 409 IDEMPOTENCY_KEY_IN_USE(Retry-After 뒤에 다시)입니다. 거절된 요청의 키는 다시 쓸 수 있습니다.";
}
