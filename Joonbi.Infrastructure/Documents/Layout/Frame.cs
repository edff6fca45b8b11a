namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>The part of the column that a block may fill.</summary>
internal readonly record struct Frame(float Left, float Width)
{
    /// <summary>Nesting beyond this width is printed flat: a hostile depth must not end in columns of one letter.</summary>
    private const float Narrowest = 160;

    public static readonly Frame Column = new(0, Sheet.TextWidth);

    public Frame Indented(float left, float right = 0) =>
        Width - left - right < Narrowest ? this : new Frame(Left + left, Width - left - right);
}
