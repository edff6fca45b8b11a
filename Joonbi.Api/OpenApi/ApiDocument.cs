using Joonbi.Api.Security;
using Microsoft.Extensions.Options;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;
using NSwag;
using NSwag.Generation;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Joonbi.Api.OpenApi;

/// <summary>
/// The OpenAPI document: made from the routes, their types and their validators, so that a client generated from it needs no
/// cast and no hand-written type. What no route says by itself is added by the processors beside this file.
/// </summary>
internal static class ApiDocument
{
    public const string Bearer = "bearer";
    public const string InternalApiKey = "internalApiKey";
    private const string Path = "/api/docs/v1.json";
    private const string Page = "/api/docs";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddOpenApiDocument((document, provider) =>
        {
            document.DocumentName = "v1";
            document.Title = "준비스튜디오 API";
            document.Version = "v1";
            document.Description = Description;
            document.SchemaSettings = Schemas(provider);
            document.OperationProcessors.Add(new Wording());
            document.OperationProcessors.Add(new SecurityNeeds());
            document.OperationProcessors.Add(new DocumentedHeaders());
            document.OperationProcessors.Add(new FileBodies());
            document.OperationProcessors.Add(new ParameterRules(provider));
            document.OperationProcessors.Add(new Answers());
            document.AddSecurity(Bearer, new OpenApiSecurityScheme { Type = OpenApiSecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "로그인으로 받은 접근 토큰" });
            document.AddSecurity(InternalApiKey, new OpenApiSecurityScheme { Type = OpenApiSecuritySchemeType.ApiKey, Name = InternalKey.Header, In = OpenApiSecurityApiKeyLocation.Header, Description = "Clawdbot의 키" });
        });

    public static void UseApiDocument(this IApplicationBuilder app)
    {
        app.UseOpenApi(document =>
        {
            document.Path = Path;
            document.PostProcess = (made, _) => Finish(made);
        });
        app.UseSwaggerUi(page =>
        {
            page.Path = Page;
            page.DocumentPath = Path;
            page.DocumentTitle = "준비스튜디오 API";
        });
    }

    /// <summary>The document as text; the routes must be mapped and the host started.</summary>
    public static async Task<string> Text(IServiceProvider services)
    {
        var document = await services.GetRequiredService<IOpenApiDocumentGenerator>().GenerateAsync("v1");
        Finish(document);
        return document.ToJson(SchemaType.OpenApi3, Newtonsoft.Json.Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Takes out what depends on the machine or on the tool, and what no operation uses.</summary>
    private static void Finish(OpenApiDocument document)
    {
        document.Generator = null;
        document.Servers.Clear();
        document.Servers.Add(new OpenApiServer { Url = "/" });
        foreach (var unused in document.Components.Schemas.Keys.Where(name => name is "ProblemDetails" or "HttpValidationProblemDetails" || name.StartsWith("SseItemOf", StringComparison.Ordinal)).ToList())
            document.Components.Schemas.Remove(unused);
    }

    private static SystemTextJsonSchemaGeneratorSettings Schemas(IServiceProvider provider)
    {
        var json = provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var changes = new ChangedMembers();
        return new SystemTextJsonSchemaGeneratorSettings
        {
            SchemaType = SchemaType.OpenApi3,
            SerializerOptions = json,
            DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
            TypeMappers = { new PrimitiveTypeMapper(typeof(Guid), schema => (schema.Type, schema.Format) = (JsonObjectType.String, "uuid")), new WireMembers(), changes },
            SchemaProcessors = { changes, new RequiredMembers(json), new ValidatorRules(provider) },
        };
    }

    private const string Description =
        """
        참고할 사이트 주소와 몇 문장이면, 분석과 네 가지 문서, 견적, 화면 시안을 만들어 드립니다.

        - 오류는 모두 `application/problem+json`이며, `code`는 프로그램을, `detail`은 사람을 위한 것입니다. 400에는 `errors`에 항목별 이유가 있습니다.
        - 목록은 `limit`(기본 20, 최대 100)과 `cursor`로 나누어 읽습니다. 다음 부분의 `cursor`는 답의 `nextCursor`입니다.
        - 답을 받지 못한 요청은 같은 `Idempotency-Key`로 다시 보내면 두 번 처리되지 않습니다.
        - 시각은 UTC(`Z`), 금액은 원 단위 정수입니다. 모르는 항목을 보내면 400입니다.
        - 429와 503에는 `Retry-After`가 있습니다.
        """;
}
