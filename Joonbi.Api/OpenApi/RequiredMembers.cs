using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NJsonSchema;
using NJsonSchema.Generation;

namespace Joonbi.Api.OpenApi;

/// <summary>
/// A member is required exactly when the JSON reader demands it and the writer always writes it: when it is not nullable and
/// has no default. Unknown members are refused, and the document says so.
/// </summary>
internal sealed class RequiredMembers(JsonSerializerOptions json) : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        if (context.ContextualType.Type.Namespace?.StartsWith("Joonbi", StringComparison.Ordinal) is not true || json.GetTypeInfo(context.ContextualType.Type) is not { Kind: JsonTypeInfoKind.Object } type)
            return;

        foreach (var member in type.Properties)
        {
            if (context.Schema.Properties.TryGetValue(member.Name, out var property) && !property.IsNullable(SchemaType.OpenApi3) && member.AssociatedParameter is not { HasDefaultValue: true })
                context.Schema.RequiredProperties.Add(member.Name);
        }

        context.Schema.AllowAdditionalProperties = context.ContextualType.Type == typeof(ProblemDocument);
    }
}
