namespace Joonbi.Infrastructure.Documents.Typography;

/// <summary>How a stretch of text differs from the paragraph around it. A link is one that may be clicked: <see cref="Reading.SafeLink"/>.</summary>
internal readonly record struct TextStyle(
    bool Bold = false, bool Italic = false, bool Struck = false, bool Code = false, string? Link = null);

/// <summary>Text of one style. A line feed in it breaks the line.</summary>
internal readonly record struct Run(string Text, TextStyle Style);
