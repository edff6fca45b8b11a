using Joonbi.Application.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Documents;

internal static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services.AddSingleton<IDocumentRenderer, MarkdownDocumentRenderer>();
}
