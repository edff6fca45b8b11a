namespace Joonbi.Application;

/// <summary>
/// Closes what has to be kept and may not be read by whoever sees the database, a replica or a backup: the key is not there.
/// What was sealed for one thing opens for no other.
/// </summary>
public interface ISealer
{
    /// <summary>Seals a text; the same one never looks the same twice.</summary>
    /// <param name="purpose">What kind of thing it is: <c>refund-account</c>.</param>
    /// <param name="subject">Of which thing.</param>
    /// <param name="text">What to seal.</param>
    byte[] Seal(string purpose, Guid subject, string text);

    /// <summary>The text; null when it was sealed under a key that we no longer have, or for something else, or was changed.</summary>
    string? Open(string purpose, Guid subject, byte[] sealedText);
}
