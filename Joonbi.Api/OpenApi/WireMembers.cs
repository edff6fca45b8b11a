using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation.TypeMappers;

namespace Joonbi.Api.OpenApi;

/// <summary>An enum in a query string is described by the enum itself.</summary>
internal sealed class WireMembers : ITypeMapper
{
    public Type MappedType => typeof(Wire<>);

    public bool UseReference => false;

    public void GenerateSchema(JsonSchema schema, TypeMapperContext context) =>
        schema.Reference = context.JsonSchemaGenerator.GenerateWithReference<JsonSchema>(context.Type.GenericTypeArguments[0].ToContextualType(), context.JsonSchemaResolver).ActualSchema;
}
