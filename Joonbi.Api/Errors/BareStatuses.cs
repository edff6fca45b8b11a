using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Errors;

/// <summary>Words for the statuses that the framework itself answers without a body: 401, 403, 404, 405 and the like.</summary>
internal static class BareStatuses
{
    public static ProblemDetails Explain(int status, bool routeFound)
    {
        var (code, detail) = status switch
        {
            StatusCodes.Status400BadRequest => (ProblemDocuments.Malformed, "요청 형식이 올바르지 않습니다."),
            StatusCodes.Status401Unauthorized => ("UNAUTHENTICATED", "로그인이 필요합니다."),
            StatusCodes.Status403Forbidden => ("FORBIDDEN", "이 작업을 할 권한이 없습니다."),
            StatusCodes.Status404NotFound when routeFound => ("NOT_FOUND", "요청한 것을 찾을 수 없습니다."),
            StatusCodes.Status404NotFound => ("ROUTE_NOT_FOUND", "없는 주소입니다."),
            StatusCodes.Status405MethodNotAllowed => ("METHOD_NOT_ALLOWED", "이 주소에서 쓸 수 없는 방법입니다."),
            StatusCodes.Status413PayloadTooLarge => ("PAYLOAD_TOO_LARGE", "보낸 내용이 너무 큽니다."),
            StatusCodes.Status415UnsupportedMediaType => ("MEDIA_TYPE_UNSUPPORTED", "지원하지 않는 형식입니다. Content-Type을 확인해 주세요."),
            StatusCodes.Status416RangeNotSatisfiable => ("RANGE_NOT_SATISFIABLE", "요청한 범위가 파일을 벗어납니다."),
            StatusCodes.Status429TooManyRequests => ("TOO_MANY_REQUESTS", "요청이 너무 잦습니다. 잠시 후 다시 시도해 주세요."),
            < StatusCodes.Status500InternalServerError => ("REQUEST_REFUSED", "처리할 수 없는 요청입니다."),
            _ => ("INTERNAL_ERROR", "처리 중 문제가 생겼습니다. 잠시 후 다시 시도해 주세요."),
        };
        return ProblemDocuments.Create(status, code, detail);
    }
}
