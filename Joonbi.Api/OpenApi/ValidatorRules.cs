using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Joonbi.Application;
using NJsonSchema;
using NJsonSchema.Generation;

namespace Joonbi.Api.OpenApi;

/// <summary>Writes what a type's validator demands into its schema, so that the document can never promise another limit than the code keeps.</summary>
internal sealed class ValidatorRules(IServiceProvider services) : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        foreach (var (name, onItems, rule) in Of(context.ContextualType.Type))
        {
            if (!context.Schema.Properties.TryGetValue(name, out var property))
                continue;

            if (onItems)
            {
                if (property.ActualSchema.Item is { HasReference: false } item)
                    Apply(rule, item);
            }
            else if (Apply(rule, property) && !context.Schema.RequiredProperties.Contains(name))
            {
                context.Schema.RequiredProperties.Add(name);
            }
        }
    }

    /// <summary>The unconditional rules of a type, by wire name.</summary>
    public IEnumerable<(string Name, bool OnItems, IPropertyValidator Rule)> Of(Type type) =>
        services.GetService(typeof(IValidator<>).MakeGenericType(type)) is not IValidator validator ? [] :
            from rule in validator.CreateDescriptor().Rules
            where rule.PropertyName is not null && !rule.HasCondition && !rule.HasAsyncCondition
            let onItems = rule.GetType().GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ICollectionRule<,>))
            from component in rule.Components
            where !component.HasCondition && !component.HasAsyncCondition
            select (JsonNamingPolicy.CamelCase.ConvertName(rule.PropertyName), onItems, component.Validator);

    /// <returns>True when the rule makes the value required.</returns>
    public static bool Apply(IPropertyValidator rule, JsonSchema schema)
    {
        switch (rule)
        {
            case INotNullValidator:
                return true;
            case INotEmptyValidator:
                if (schema.Type.HasFlag(JsonObjectType.Array))
                    schema.MinItems = Math.Max(schema.MinItems, 1);
                else if (schema.Type.HasFlag(JsonObjectType.String) && schema.Format is null)
                    schema.MinLength = Math.Max(schema.MinLength ?? 0, 1);
                return true;
            case ILengthValidator length:
                if (length.Min > 0)
                    schema.MinLength = Math.Max(schema.MinLength ?? 0, length.Min);
                if (length.Max >= 0)
                    schema.MaxLength = length.Max;
                return false;
            case IMaximumItemsValidator items:
                schema.MaxItems = items.Max;
                return false;
            case IBetweenValidator between:
                (schema.Minimum, schema.Maximum) = (Number(between.From), Number(between.To));
                return false;
            case IComparisonValidator { MemberToCompare: null, ValueToCompare: { } limit } comparison when limit is IConvertible and not string:
                Bound(schema, comparison.Comparison, Number(limit));
                return false;
            case IRegularExpressionValidator pattern:
                schema.Pattern = pattern.Expression;
                return false;
            case IEmailValidator:
                schema.Format = JsonFormatStrings.Email;
                return false;
            default:
                return false;
        }
    }

    private static void Bound(JsonSchema schema, Comparison comparison, decimal limit)
    {
        switch (comparison)
        {
            case Comparison.GreaterThanOrEqual: schema.Minimum = limit; break;
            case Comparison.GreaterThan: (schema.Minimum, schema.IsExclusiveMinimum) = (limit, true); break;
            case Comparison.LessThanOrEqual: schema.Maximum = limit; break;
            case Comparison.LessThan: (schema.Maximum, schema.IsExclusiveMaximum) = (limit, true); break;
            case Comparison.Equal or Comparison.NotEqual: break;
            default: throw new InvalidOperationException($"Unknown comparison {comparison}.");
        }
    }

    private static decimal Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
