using Joonbi.Application.Consultations;

namespace Joonbi.Application;

/// <summary>What an admin looks for in a list.</summary>
/// <param name="Q">Found anywhere in what the list searches, small or capital; 2–100 characters.</param>
public sealed record Search(string? Q)
{
    internal const int MinLength = 2;
    internal const int MaxLength = 100;
}

internal sealed class SearchValidator : AbstractValidator<Search>
{
    public SearchValidator() => RuleFor(search => search.Q).Length(Search.MinLength, Search.MaxLength).PlainText();
}
