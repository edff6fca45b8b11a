using NJsonSchema;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Joonbi.Api.OpenApi;

/// <summary>Metadata of a route whose filter, not whose method, reads a header.</summary>
/// <param name="Name">The header.</param>
/// <param name="About">Korean.</param>
/// <param name="MaxLength">Of its text.</param>
internal sealed record DocumentedHeader(string Name, string About, int MaxLength);

/// <summary>Adds the headers of <see cref="DocumentedHeader"/> to their operations.</summary>
internal sealed class DocumentedHeaders : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        var metadata = ((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var header in metadata.OfType<DocumentedHeader>())
        {
            context.OperationDescription.Operation.Parameters.Add(new OpenApiParameter
            {
                Name = header.Name,
                Kind = OpenApiParameterKind.Header,
                Description = header.About,
                Schema = new JsonSchema { Type = JsonObjectType.String, MaxLength = header.MaxLength },
            });
        }

        return true;
    }
}
