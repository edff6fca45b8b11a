namespace Joonbi.Bench;

/// <summary>Prints a figure beside what it is held against, so that a reader needs no other run to judge it.</summary>
internal static class Figures
{
    public static void Ratio(string what, double ratio, double bound, bool atLeast) =>
        Print(what, $"{ratio:0.00}", $"{(atLeast ? ">=" : "<=")} {bound:0.00}", atLeast ? ratio >= bound : ratio <= bound);

    public static void AtMost(string what, double value, double bound, string unit) =>
        Print(what, $"{value:0.#} {unit}", $"<= {bound:0.#} {unit}", value <= bound);

    public static void Exactly(string what, long value, long wanted) => Print(what, $"{value}", $"== {wanted}", value == wanted);

    public static void Note(string text) => Console.WriteLine($"     {text}");

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static void Print(string what, string value, string bound, bool holds) =>
        Console.WriteLine($"{(holds ? "ok  " : "MISS")} {what,-62} {value,14}   wanted {bound}");
}
