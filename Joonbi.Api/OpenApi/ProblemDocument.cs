namespace Joonbi.Api.OpenApi;

/// <summary>Why a request was refused (RFC 9457). A refusal may carry further members, such as the present state.</summary>
/// <param name="Type">The kind of problem, as a URI.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">Korean, for people.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="TraceId">For questions to the studio.</param>
/// <param name="Errors">Korean texts for each field; with <c>VALIDATION_FAILED</c> only.</param>
internal sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors);
