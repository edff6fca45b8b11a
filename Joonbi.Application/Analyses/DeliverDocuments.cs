using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Joonbi.Application.Documents;
using Joonbi.Application.Files;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Files;

namespace Joonbi.Application.Analyses;

/// <summary>Some or all of the four documents. They may come again, changed, also after completion.</summary>
public sealed record DeliverDocuments(Guid ConsultationId, Guid? RunId, DocumentsReport Report) : ICommand<DeliveredDocuments>;

/// <summary>The documents as Markdown; at least one.</summary>
/// <param name="Analysis">업무분석서.</param>
/// <param name="Requirements">요구사항명세서.</param>
/// <param name="Plan">샘플기획서.</param>
/// <param name="Quotation">견적서.</param>
public sealed record DocumentsReport(string? Analysis = null, string? Requirements = null, string? Plan = null, string? Quotation = null)
{
    internal IEnumerable<(DocumentType Type, string Markdown)> Texts() =>
        new[] { (DocumentType.Analysis, Analysis), (DocumentType.Requirements, Requirements), (DocumentType.Plan, Plan), (DocumentType.Quotation, Quotation) }
            .Where(text => text.Item2 is not null)
            .Select(text => (text.Item1, text.Item2!));
}

/// <summary>What the delivery became.</summary>
/// <param name="Documents">The delivered ones, and no others.</param>
/// <param name="Status">Where the consultation stands now.</param>
public sealed record DeliveredDocuments(IReadOnlyList<DeliveredDocument> Documents, ConsultationStatus Status);

/// <summary>A delivered document.</summary>
/// <param name="Type">Which of the four.</param>
/// <param name="Version">1, 2, …; the same text again keeps it.</param>
/// <param name="FileId">The PDF.</param>
/// <param name="Size">Of the PDF, in bytes.</param>
public sealed record DeliveredDocument(DocumentType Type, int Version, Guid FileId, long Size);

internal sealed class DocumentsReportValidator : AbstractValidator<DocumentsReport>
{
    public DocumentsReportValidator()
    {
        RuleFor(report => report.Analysis).NotEmpty().When(report => !report.Texts().Any()).WithMessage("문서를 하나 이상 보내 주세요.");
        RuleFor(report => report.Analysis).MaximumLength(DocumentSource.MaxCharacters).Must(BeText).WithMessage(Blank);
        RuleFor(report => report.Requirements).MaximumLength(DocumentSource.MaxCharacters).Must(BeText).WithMessage(Blank);
        RuleFor(report => report.Plan).MaximumLength(DocumentSource.MaxCharacters).Must(BeText).WithMessage(Blank);
        RuleFor(report => report.Quotation).MaximumLength(DocumentSource.MaxCharacters).Must(BeText).WithMessage(Blank);
    }

    private const string Blank = "내용이 비어 있습니다.";

    private static bool BeText(string? markdown) => markdown is null || !string.IsNullOrWhiteSpace(markdown);
}

internal sealed class DeliverDocumentsHandler(
    IConsultationRepository consultations, IFileRepository files, PrintShop shop, IUnitOfWork unitOfWork, IRandomSource random, ConsultationPolicy policy, TimeProvider clock)
    : IRequestHandler<DeliverDocuments, DeliveredDocuments>
{
    /// <summary>Printing takes a while, so it is done before the row is locked; what turns out not to be needed is thrown away.</summary>
    public async Task<DeliveredDocuments> Handle(DeliverDocuments command, CancellationToken ct)
    {
        var prints = new List<Print>();
        try
        {
            await PrintWhatIsNew(command, prints, ct);
            return await Record(command, prints, ct);
        }
        catch
        {
            await shop.Discard(prints.Select(print => print.Bytes).OfType<StoredBytes>());
            throw;
        }
    }

    /// <summary>
    /// The delivery is rehearsed on an unlocked copy: what would be refused is refused before it costs anything, and a text that is
    /// there already needs no print. Its present file goes on serving it, whoever may deliver something else meanwhile.
    /// </summary>
    private async Task PrintWhatIsNew(DeliverDocuments command, List<Print> prints, CancellationToken ct)
    {
        var rehearsal = await consultations.Peek(command.ConsultationId, ct);
        var now = clock.GetUtcNow();
        foreach (var (type, markdown) in command.Report.Texts())
        {
            var print = new Print(random.NextId(), type, SHA256.HashData(Encoding.UTF8.GetBytes(markdown)), random.NextId(), null);
            var document = rehearsal.Deliver(command.RunId, print.Id, type, print.MarkdownHash, print.FileId, policy, now);
            if (document.Id != print.Id)
            {
                prints.Add(print with { FileId = document.FileId });
                continue;
            }

            var source = new DocumentSource(type.Title(), rehearsal.ProjectName, Seoul.Day(now), markdown);
            prints.Add(print with { Bytes = await shop.Print(source, JsonNamingPolicy.CamelCase.ConvertName(type.ToString()), ct) });
        }
    }

    private async Task<DeliveredDocuments> Record(DeliverDocuments command, List<Print> prints, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        var delivered = new List<DeliveredDocument>();
        foreach (var print in prints)
        {
            var document = consultation.Deliver(command.RunId, print.Id, print.Type, print.MarkdownHash, print.FileId, policy, clock.GetUtcNow());
            if (print.Bytes is { } bytes && document.Id == print.Id)
                await files.Add(FileOf(document, consultation, bytes), ct);
            else if (print.Bytes is { } unused)
                unitOfWork.OnCommitted(() => shop.Discard([unused]));

            delivered.Add(new DeliveredDocument(print.Type, document.Version, document.FileId, (await files.Get(document.FileId, ct)).Size));
        }

        await consultations.Save(consultation, ct);
        return new DeliveredDocuments(delivered, consultation.Status);
    }

    private static StoredFile FileOf(Document document, Consultation consultation, StoredBytes bytes) => new(
        document.FileId,
        null,
        FilePurpose.Document,
        bytes.Key,
        FileNames.Clean($"{consultation.ProjectName.Replace('/', ' ').Replace('\\', ' ')} {document.Type.Title()} v{document.Version}.pdf"),
        "application/pdf",
        bytes.Size,
        bytes.Sha256,
        document.CreatedAt);

    /// <summary>A text on its way to becoming a version: its print, or none when its file is there already.</summary>
    private sealed record Print(Guid Id, DocumentType Type, byte[] MarkdownHash, Guid FileId, StoredBytes? Bytes);
}
