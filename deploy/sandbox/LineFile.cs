using System.Text.Json;

namespace Joonbi.Sandbox;

/// <summary>One JSON text a line, appended as things happen. Without a folder nothing is kept.</summary>
internal sealed class LineFile<T>
    where T : class
{
    private readonly string? path;

    public LineFile(string? folder, string name)
    {
        if (folder is null)
        {
            return;
        }

        path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        if (File.Exists(path) && File.ReadAllText(path) is { Length: > 0 } text && text[^1] != '\n')
        {
            // A sandbox that was killed while writing its last line: the next one must not be glued to it.
            File.AppendAllText(path, "\n");
        }
    }

    public IEnumerable<T> Read() => File.Exists(path) ? File.ReadLines(path).Select(Parse).OfType<T>() : [];

    public void Append(T line)
    {
        if (path is not null)
        {
            File.AppendAllText(path, JsonSerializer.Serialize(line) + "\n");
        }
    }

    public void Clear()
    {
        if (path is not null)
        {
            File.WriteAllText(path, "");
        }
    }

    private static T? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
