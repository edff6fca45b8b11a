using Joonbi.Application;
using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;

namespace Joonbi.Api.OpenApi;

/// <summary>A member of a partial change is described as the value that it carries; that it may be absent is the owner's word.</summary>
internal sealed class ChangedMembers : ITypeMapper, ISchemaProcessor
{
    public Type MappedType => typeof(Change<>);

    public bool UseReference => false;

    public void GenerateSchema(JsonSchema schema, TypeMapperContext context) =>
        context.JsonSchemaGenerator.Generate(schema, context.Type.GenericTypeArguments[0].ToContextualType(), context.JsonSchemaResolver);

    public void Process(SchemaProcessorContext context)
    {
        foreach (var member in context.ContextualType.Type.GetProperties().Where(member => ChangedMember.Is(member.PropertyType)))
        {
            if (context.Schema.Properties.FirstOrDefault(property => string.Equals(property.Key, member.Name, StringComparison.OrdinalIgnoreCase)).Value is { } property)
                property.IsNullableRaw = ChangedMember.MayBeNull(member) ? true : null;
        }
    }
}
