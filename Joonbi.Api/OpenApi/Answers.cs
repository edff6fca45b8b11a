using System.Net.ServerSentEvents;
using Joonbi.Api.Security;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Joonbi.Api.OpenApi;

/// <summary>
/// Adds the refusals, once for all: which ones an operation can give follows from its method, its parameters and its policy.
/// Successes are the route's own business; those that are no JSON are described as what they are.
/// </summary>
internal sealed class Answers : IOperationProcessor
{
    private static readonly string[] Writes = ["post", "put", "patch", "delete"];

    public bool Process(OperationProcessorContext context)
    {
        var operation = context.OperationDescription.Operation;
        var metadata = ((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var status in Refusals(context.OperationDescription, metadata).Concat(DeclaredProblems(metadata)).Distinct())
            operation.Responses[status.ToString()] = Refusal(status, context);

        foreach (var answer in metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode < StatusCodes.Status400BadRequest))
            DescribeContent(operation.Responses[answer.StatusCode.ToString()], answer, context);
        foreach (var (status, response) in operation.Responses.Where(response => string.IsNullOrEmpty(response.Value.Description)))
            response.Description = About(int.Parse(status));

        return true;
    }

    private static IEnumerable<int> Refusals(OpenApiOperationDescription description, IList<object> metadata)
    {
        var operation = description.Operation;
        var policy = SecurityNeeds.Policy(metadata);
        var hasBody = operation.RequestBody is not null;
        var isWrite = Writes.Contains(description.Method);
        var unlimited = metadata.OfType<DisableRateLimitingAttribute>().Any();

        if (hasBody || operation.Parameters.Any(parameter => parameter.Kind is OpenApiParameterKind.Query or OpenApiParameterKind.Header))
            yield return StatusCodes.Status400BadRequest;
        if (policy is not null)
            yield return StatusCodes.Status401Unauthorized;
        if (policy == Policies.Admin)
            yield return StatusCodes.Status403Forbidden;
        if (description.Path.Contains('{'))
            yield return StatusCodes.Status404NotFound;
        if (isWrite)
            yield return StatusCodes.Status409Conflict;
        if (operation.Parameters.Any(parameter => parameter.Name == "If-Match"))
            yield return StatusCodes.Status412PreconditionFailed;
        if (hasBody)
        {
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
            yield return StatusCodes.Status422UnprocessableEntity;
        }

        if (!unlimited)
        {
            yield return StatusCodes.Status429TooManyRequests;
            yield return StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>What a route declared as a problem of its own, in the framework's shape instead of ours.</summary>
    private static IEnumerable<int> DeclaredProblems(IEnumerable<object> metadata) =>
        metadata.OfType<IProducesResponseTypeMetadata>()
            .Where(answer => answer.StatusCode >= StatusCodes.Status400BadRequest && (answer.Type is null || answer.Type.IsAssignableTo(typeof(ProblemDetails))))
            .Select(answer => answer.StatusCode);

    private static OpenApiResponse Refusal(int status, OperationProcessorContext context) => new()
    {
        Description = About(status),
        Content = { ["application/problem+json"] = new OpenApiMediaType { Schema = Problem(context) } },
    };

    private static JsonSchema Problem(OperationProcessorContext context) =>
        context.SchemaGenerator.GenerateWithReference<JsonSchema>(typeof(ProblemDocument).ToContextualType(), context.SchemaResolver);

    /// <summary>What is no JSON: the bytes of a file, or an event stream, described by what each event's data holds.</summary>
    private static void DescribeContent(OpenApiResponse response, IProducesResponseTypeMetadata answer, OperationProcessorContext context)
    {
        foreach (var contentType in answer.ContentTypes.Where(contentType => contentType != "application/json"))
        {
            response.Content.Clear();
            response.Content[contentType] = new OpenApiMediaType
            {
                Schema = answer.Type is { IsGenericType: true } events && events.GetGenericTypeDefinition() == typeof(SseItem<>)
                    ? context.SchemaGenerator.GenerateWithReference<JsonSchema>(events.GenericTypeArguments[0].ToContextualType(), context.SchemaResolver)
                    : new JsonSchema { Type = JsonObjectType.String, Format = contentType.StartsWith("text/", StringComparison.Ordinal) ? null : JsonFormatStrings.Binary },
            };
        }
    }

    private static string About(int status) => status switch
    {
        StatusCodes.Status200OK => "성공",
        StatusCodes.Status201Created => "만들었습니다",
        StatusCodes.Status202Accepted => "받아 두었습니다",
        StatusCodes.Status204NoContent => "처리했습니다",
        StatusCodes.Status206PartialContent => "요청한 범위",
        StatusCodes.Status302Found => "파일이 S3에 있습니다. Location의 링크는 몇 분 동안만 쓸 수 있습니다",
        StatusCodes.Status304NotModified => "바뀌지 않았습니다",
        StatusCodes.Status400BadRequest => "형식이나 값이 올바르지 않습니다",
        StatusCodes.Status401Unauthorized => "로그인이나 키가 필요합니다",
        StatusCodes.Status403Forbidden => "권한이 없습니다",
        StatusCodes.Status404NotFound => "없거나 볼 수 없습니다",
        StatusCodes.Status409Conflict => "지금 상태나 이미 있는 것과 부딪힙니다",
        StatusCodes.Status412PreconditionFailed => "그 사이에 바뀌었습니다",
        StatusCodes.Status413PayloadTooLarge => "너무 큽니다",
        StatusCodes.Status415UnsupportedMediaType => "지원하지 않는 형식입니다",
        StatusCodes.Status416RangeNotSatisfiable => "파일을 벗어난 범위입니다",
        StatusCodes.Status422UnprocessableEntity => "업무 규칙에 어긋납니다",
        StatusCodes.Status429TooManyRequests => "너무 잦습니다. Retry-After 뒤에 다시 시도하세요",
        StatusCodes.Status503ServiceUnavailable => "잠시 이용할 수 없습니다",
        _ => status.ToString(),
    };
}
