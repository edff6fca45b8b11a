namespace Joonbi.Domain.Consultations;

/// <summary>One sample screen.</summary>
/// <param name="ScreenId">The design tool's own id.</param>
/// <param name="ScreenName">What the customer reads.</param>
/// <param name="FigmaUrl">On figma.com, or none yet.</param>
/// <param name="ImageUrl">A picture of the screen (https), or none.</param>
public sealed record Screen(string ScreenId, string ScreenName, string? FigmaUrl, string? ImageUrl);

/// <summary>The sample screens, or the reason why there are none. Stored and replaced as one value.</summary>
public sealed record Designs(string? FigmaFileUrl, IReadOnlyList<Screen> Screens, string? UnavailableReason)
{
    /// <summary>Equal content is equal, screen by screen.</summary>
    public bool Equals(Designs? other) =>
        other is not null
        && (FigmaFileUrl, UnavailableReason) == (other.FigmaFileUrl, other.UnavailableReason)
        && Screens.SequenceEqual(other.Screens);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FigmaFileUrl, UnavailableReason, Screens.Count);
}
