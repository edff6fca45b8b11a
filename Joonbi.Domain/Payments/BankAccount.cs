namespace Joonbi.Domain.Payments;

/// <summary>An account to which money goes back. Wherever it is printed by accident, it is masked.</summary>
/// <param name="Bank">Where it is.</param>
/// <param name="Number">Digits only.</param>
/// <param name="HolderName">Whose it is, as the bank has it.</param>
/// <param name="HolderPhone">Digits only; null when not given. A few payment providers want it.</param>
public sealed record BankAccount(Bank Bank, string Number, string HolderName, string? HolderPhone)
{
    private const int Shown = 4;

    /// <summary>Enough to know it again, and not enough to use it.</summary>
    public MaskedAccount Mask() => new(Bank, new string('*', Math.Max(Number.Length - Shown, 0)) + Number[^Math.Min(Shown, Number.Length)..], Hidden(HolderName));

    /// <summary>Takes it out of somebody else's words, such as an error that repeats what it was told.</summary>
    public string MaskIn(string text) => text.Replace(Number, Mask().Number).Replace(HolderName, Mask().HolderName);

    /// <inheritdoc/>
    public override string ToString() => Mask().ToString();

    /// <summary>김민아 becomes 김*아, 이산 becomes 이*.</summary>
    private static string Hidden(string name) =>
        name.Length <= 2 ? name[..1] + "*" : name[..1] + new string('*', name.Length - 2) + name[^1..];
}

/// <summary>An account as it may be shown.</summary>
/// <param name="Bank">Where it is.</param>
/// <param name="Number">All but the last four digits are asterisks.</param>
/// <param name="HolderName">The first and the last syllable.</param>
public sealed record MaskedAccount(Bank Bank, string Number, string HolderName);

/// <summary>An account as it is kept: what may be shown of it, and the rest under a key that the database does not have.</summary>
/// <param name="Shown">What may be shown.</param>
/// <param name="Sealed">Nobody reads it without the key.</param>
public sealed record SealedAccount(MaskedAccount Shown, byte[] Sealed);
