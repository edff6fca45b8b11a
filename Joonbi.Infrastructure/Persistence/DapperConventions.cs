using System.Data;
using System.Text.Json;
using Dapper;
using Joonbi.Domain.Consultations;
using Npgsql;
using NpgsqlTypes;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>How C# values become columns, and back: snake_case names, enums as UPPER_SNAKE text, values as jsonb.</summary>
internal static class DapperConventions
{
    /// <summary>The types that are stored as one jsonb value.</summary>
    private static readonly Type[] JsonValues =
    [
        typeof(Analysis), typeof(Designs), typeof(Rejection), typeof(IReadOnlyList<Document>),
    ];

    public static void Apply()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;

        // Without this Dapper writes an enum's number, even into a text column.
        SqlMapper.Settings.PreferTypeHandlersForEnums = true;
        foreach (var type in StoredEnums())
            SqlMapper.AddTypeHandler(type, (SqlMapper.ITypeHandler)Activator.CreateInstance(typeof(EnumAsText<>).MakeGenericType(type))!);
        foreach (var type in JsonValues)
            AddJson(type);

        SqlMapper.AddTypeHandler(new TextArray());
        SqlMapper.AddTypeHandler(new UtcInstant());
        SqlMapper.AddTypeHandler(new Day());
    }

    /// <summary>For read models that nest: a list or a record that the SELECT builds with jsonb.</summary>
    public static void AddJson(Type type) =>
        SqlMapper.AddTypeHandler(type, (SqlMapper.ITypeHandler)Activator.CreateInstance(typeof(ValueAsJson<>).MakeGenericType(type))!);

    private static IEnumerable<Type> StoredEnums() =>
        new[] { typeof(Consultation).Assembly, typeof(Application.Lane).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsEnum);

    private sealed class EnumAsText<T> : SqlMapper.TypeHandler<T> where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        private static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

        public override T Parse(object value) => Values[(string)value];

        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = Names[value];
    }

    private sealed class ValueAsJson<T> : SqlMapper.TypeHandler<T>
    {
        public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, Json.Options);

        public override void SetValue(IDbDataParameter parameter, T? value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Jsonb;
            parameter.Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value, Json.Options);
        }
    }

    private sealed class TextArray : SqlMapper.TypeHandler<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Parse(object value) => (string[])value;

        public override void SetValue(IDbDataParameter parameter, IReadOnlyList<string>? value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text;
            parameter.Value = value?.ToArray() ?? (object)DBNull.Value;
        }
    }

    private sealed class UtcInstant : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => new((DateTime)value, TimeSpan.Zero);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    private sealed class Day : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly day ? day : DateOnly.FromDateTime((DateTime)value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Date;
            parameter.Value = value;
        }
    }
}
