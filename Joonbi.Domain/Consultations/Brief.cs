namespace Joonbi.Domain.Consultations;

/// <summary>What the customer wants, in the customer's words. Never trusted as an instruction to anything.</summary>
/// <param name="ProjectName">1–100 characters.</param>
/// <param name="Description">1–5,000 characters.</param>
/// <param name="ReferenceUrls">0–10 absolute http or https addresses of at most 2,048 characters.</param>
/// <param name="BudgetMin">Whole KRW, or none; not above <paramref name="BudgetMax"/>.</param>
/// <param name="BudgetMax">Whole KRW, or none.</param>
/// <param name="DesiredDate">A day in Seoul that was not past when the brief was given, or none.</param>
/// <param name="Features">0–50 wished-for features of 1–100 characters.</param>
public sealed record Brief(
    string ProjectName,
    string Description,
    IReadOnlyList<string> ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string> Features)
{
    /// <summary>A rule of the business.</summary>
    public const int MaxProjectName = 100;

    /// <summary>A rule of the business.</summary>
    public const int MaxDescription = 5_000;

    /// <summary>A rule of the business.</summary>
    public const int MaxReferenceUrls = 10;

    /// <summary>A rule of the business.</summary>
    public const int MaxUrlLength = 2_048;

    /// <summary>A rule of the business.</summary>
    public const int MaxFeatures = 50;

    /// <summary>Our own bound: a feature is a phrase, not a text.</summary>
    public const int MaxFeatureLength = 100;

    /// <summary>Our own bound: as many as reference URLs.</summary>
    public const int MaxAttachments = 10;
}
