using FluentValidation.Validators;

namespace Joonbi.Application;

/// <summary>A rule on the number of items that the OpenAPI document can read.</summary>
public interface IMaximumItemsValidator : IPropertyValidator
{
    /// <summary>The most items allowed.</summary>
    int Max { get; }
}

/// <summary>What FluentValidation lacks for lists.</summary>
public static class ItemRules
{
    /// <summary>At most so many items; no list at all is fine.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> MaximumItems<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int max) =>
        rule.SetValidator(new MaximumItemsValidator<T, TItem>(max));
}

internal sealed class MaximumItemsValidator<T, TItem>(int max) : PropertyValidator<T, IReadOnlyList<TItem>?>, IMaximumItemsValidator
{
    public int Max => max;

    public override string Name => "MaximumItemsValidator";

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value)
    {
        context.MessageFormatter.AppendArgument("MaxItems", max).AppendArgument("TotalItems", value?.Count ?? 0);
        return value is null || value.Count <= max;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "{MaxItems}개 이하여야 합니다. (현재 {TotalItems}개)";
}
