namespace Joonbi.Application.Accounts;

/// <summary>
/// The tokens that we hand out, of which only keyed hashes are stored: neither the database nor a log, an outbox message or a
/// backup is enough to use one.
/// </summary>
public interface ISecretTokens
{
    /// <summary>A new one, of 256 random bits, fit for a URL.</summary>
    string Create();

    /// <summary>The token of a mailed link, always the same for its id; nobody computes it without our key.</summary>
    string OfLink(Guid linkId);

    /// <summary>What is stored of a token.</summary>
    byte[] Hash(string token);

    /// <summary>A name for a counter that does not say whose it is.</summary>
    string Pseudonym(string kind, string value);
}
