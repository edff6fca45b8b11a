using NJsonSchema;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Joonbi.Api.OpenApi;

/// <summary>Metadata of a route that reads one file from a multipart body by itself.</summary>
internal sealed record FileBody;

/// <summary>Describes the bodies of <see cref="FileBody"/>.</summary>
internal sealed class FileBodies : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        var metadata = ((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<FileBody>().Any())
            return true;

        var form = new JsonSchema { Type = JsonObjectType.Object };
        form.Properties["file"] = new JsonSchemaProperty { Type = JsonObjectType.String, Format = JsonFormatStrings.Binary, IsRequired = true };
        context.OperationDescription.Operation.RequestBody = new OpenApiRequestBody
        {
            IsRequired = true,
            Content = { ["multipart/form-data"] = new OpenApiMediaType { Schema = form } },
        };
        return true;
    }
}
