using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>Which of the three parts are there.</summary>
/// <param name="Analysis">The analysis was given.</param>
/// <param name="Documents">The latest version of each document.</param>
/// <param name="Designs">The sample screens were delivered, or why there are none.</param>
public sealed record DeliveredParts(bool Analysis, DocumentVersions Documents, bool Designs)
{
    internal static DeliveredParts Of(Consultation consultation) => new(
        consultation.Analysis is not null,
        new DocumentVersions(
            Version(consultation, DocumentType.Analysis),
            Version(consultation, DocumentType.Requirements),
            Version(consultation, DocumentType.Plan),
            Version(consultation, DocumentType.Quotation)),
        consultation.Designs is not null);

    private static int Version(Consultation consultation, DocumentType type) => consultation.Latest(type)?.Version ?? 0;
}

/// <summary>The latest version of each document: 1, 2, …; 0 when there is none.</summary>
public sealed record DocumentVersions(int Analysis, int Requirements, int Plan, int Quotation);
