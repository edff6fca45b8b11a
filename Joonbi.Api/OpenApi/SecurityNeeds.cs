using Joonbi.Api.Security;
using Microsoft.AspNetCore.Authorization;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Joonbi.Api.OpenApi;

/// <summary>Says of each operation what the caller has to show, as its policy demands.</summary>
internal sealed class SecurityNeeds : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        var metadata = ((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.EndpointMetadata;
        if (Policy(metadata) is { } policy)
            (context.OperationDescription.Operation.Security ??= []).Add(new OpenApiSecurityRequirement { [policy == Policies.Clawdbot ? ApiDocument.InternalApiKey : ApiDocument.Bearer] = [] });

        return true;
    }

    /// <summary>The policy of a route, or null when it is open to all.</summary>
    public static string? Policy(IEnumerable<object> metadata) =>
        metadata.OfType<IAllowAnonymous>().Any() ? null : metadata.OfType<IAuthorizeData>().LastOrDefault() is { } need ? need.Policy ?? "" : null;
}
