using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Joonbi.Application;

namespace Joonbi.Api;

/// <summary>
/// Reads the members of a partial change: what is absent stays the default, and null is taken only where the declaration
/// allows it, which the serializer does not see inside a generic type.
/// </summary>
internal static class ChangedMember
{
    public static void Read(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => Is(member.PropertyType)))
        {
            member.CustomConverter = (JsonConverter)Activator.CreateInstance(
                typeof(Converter<>).MakeGenericType(member.PropertyType.GenericTypeArguments),
                [MayBeNull((PropertyInfo)member.AttributeProvider!)])!;
        }
    }

    public static bool Is(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>);

    public static bool MayBeNull(PropertyInfo member) =>
        new NullabilityInfoContext().Create(member).GenericTypeArguments[0].ReadState is NullabilityState.Nullable;

    private sealed class Converter<T>(bool mayBeNull) : JsonConverter<Change<T>>
    {
        public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.Null && !mayBeNull)
                throw new JsonException("The member doesn't allow null.");

            try
            {
                return new Change<T>(JsonSerializer.Deserialize<T>(ref reader, options));
            }
            catch (JsonException unreadable)
            {
                // Without its own path, which begins at this member; the outer reader knows the whole.
                throw new JsonException(unreadable.Message);
            }
        }

        public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
