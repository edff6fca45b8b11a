namespace Joonbi.Domain.Consultations;

/// <summary>The four documents that every analysis delivers.</summary>
public enum DocumentType
{
    /// <summary>업무분석서.</summary>
    Analysis,

    /// <summary>요구사항명세서.</summary>
    Requirements,

    /// <summary>샘플기획서.</summary>
    Plan,

    /// <summary>견적서.</summary>
    Quotation,
}

/// <summary>What customers call the documents.</summary>
public static class DocumentTitles
{
    /// <summary>The Korean name: 견적서.</summary>
    public static string Title(this DocumentType type) => type switch
    {
        DocumentType.Analysis => "업무분석서",
        DocumentType.Requirements => "요구사항명세서",
        DocumentType.Plan => "샘플기획서",
        DocumentType.Quotation => "견적서",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}

/// <summary>One version of one document: its Markdown's hash, and the file that holds the PDF.</summary>
/// <param name="Id">The version's own id.</param>
/// <param name="Type">Which of the four.</param>
/// <param name="Version">1, 2, …</param>
/// <param name="MarkdownHash">SHA-256 of the Markdown, by which a repeated delivery is recognised.</param>
/// <param name="FileId">The stored PDF.</param>
/// <param name="CreatedAt">When it was delivered.</param>
public sealed record Document(Guid Id, DocumentType Type, int Version, byte[] MarkdownHash, Guid FileId, DateTimeOffset CreatedAt);
