using Joonbi.Domain;

namespace Joonbi.Application.Documents;

/// <summary>The Markdown is refused as it stands; its author can mend it (400).</summary>
public sealed class UnprintableDocumentException : RefusalException
{
    private UnprintableDocumentException(string code, string detail) : base(code, detail)
    {
    }

    /// <summary>The same refusal, with the name of the field that holds the text.</summary>
    public UnprintableDocumentException In(string field) =>
        new(Code, Message) { Facts = new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [field] = [Message] } } };

    /// <summary>More than <see cref="DocumentSource.MaxCharacters"/> characters.</summary>
    public static UnprintableDocumentException TooLarge() => new(
        "DOCUMENT_TOO_LARGE", $"문서가 너무 깁니다. {DocumentSource.MaxCharacters:N0}자 이하로 나누어 주세요.");

    /// <summary>More than <see cref="DocumentSource.MaxPages"/> pages.</summary>
    public static UnprintableDocumentException TooManyPages() => new(
        "DOCUMENT_TOO_MANY_PAGES", $"문서가 {DocumentSource.MaxPages}쪽을 넘습니다. 내용을 나누어 주세요.");

    /// <summary>Nested deeper, or tabulated wider, than can be read by a person.</summary>
    public static UnprintableDocumentException TooConvoluted() => new(
        "DOCUMENT_TOO_CONVOLUTED", "문서의 구조가 지나치게 복잡합니다. 중첩된 목록·인용·괄호와 큰 표를 줄여 주세요.");
}
