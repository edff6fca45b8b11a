using Joonbi.Application.Documents;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>The part of the column that a block may fill, and how deep it lies inside others.</summary>
internal readonly record struct Frame(float Left, float Width, int Depth)
{
    /// <summary>Nesting beyond this width is printed flat, rather than in columns of one letter.</summary>
    private const float Narrowest = 160;

    /// <summary>Nesting beyond this depth is refused: no reader follows it, and each level is drawn around all that it holds.</summary>
    private const int Deepest = 16;

    public static readonly Frame Column = new(0, Sheet.TextWidth, 0);

    /// <exception cref="UnprintableDocumentException">The nesting is too deep.</exception>
    public Frame Indented(float left, float right = 0)
    {
        if (Depth == Deepest)
            throw UnprintableDocumentException.TooConvoluted();
        return Width - left - right < Narrowest
            ? this with { Depth = Depth + 1 }
            : new Frame(Left + left, Width - left - right, Depth + 1);
    }
}
