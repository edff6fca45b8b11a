using Microsoft.AspNetCore.Http.Metadata;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Joonbi.Api.OpenApi;

/// <summary>Takes over what a route says of itself by <c>WithSummary</c> and <c>WithDescription</c>.</summary>
internal sealed class Wording : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        var metadata = ((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.EndpointMetadata;
        context.OperationDescription.Operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;
        context.OperationDescription.Operation.Description = metadata.OfType<IEndpointDescriptionMetadata>().LastOrDefault()?.Description;
        return true;
    }
}
