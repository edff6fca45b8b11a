namespace Joonbi.Application;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">1–100; 20 when absent.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the part before, as it came; absent for the first.</param>
public sealed record PageRequest(int? Limit, string? Cursor)
{
    /// <summary>What <see cref="Limit"/> is when absent.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 100;

    /// <summary>How many rows to show.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>How many rows to read: one more tells whether there is a next part.</summary>
    public int Take => Size + 1;

    /// <summary>Rows older than this id; ids of version 7 sort by time. Null for the newest.</summary>
    public Guid? Before => Cursor is null ? null : Decode(Cursor);

    /// <summary>Cuts the surplus row off and makes the cursor from the last row shown.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> rows, Func<T, Guid> id) =>
        rows.Count <= Size
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(Size)], Encode(id(rows[Size - 1])));

    internal static bool IsCursor(string? text) => text is null || Decode(text) is not null;

    private static string Encode(Guid id) => Convert.ToBase64String(id.ToByteArray(bigEndian: true)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static Guid? Decode(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return text.Length == 22 && Convert.TryFromBase64String(text.Replace('-', '+').Replace('_', '/') + "==", bytes, out var length) && length == 16
            ? new Guid(bytes, bigEndian: true)
            : null;
    }
}

/// <summary>A part of a list, newest first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Asks for the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

internal sealed class PageRequestValidator : AbstractValidator<PageRequest>
{
    public PageRequestValidator()
    {
        RuleFor(page => page.Limit).InclusiveBetween(1, PageRequest.MaxLimit);
        RuleFor(page => page.Cursor).Must(PageRequest.IsCursor).WithMessage("이 목록의 커서가 아닙니다.");
    }
}
