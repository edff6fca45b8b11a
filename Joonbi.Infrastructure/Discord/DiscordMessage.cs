using System.Text.Json.Serialization;
using Joonbi.Application.Operators;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Discord;

/// <summary>A post as Discord takes it: every limit kept, nobody pinged whatever the text says.</summary>
internal sealed record DiscordMessage(
    [property: JsonPropertyName("content"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content,
    [property: JsonPropertyName("embeds"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DiscordEmbed>? Embeds,
    [property: JsonPropertyName("allowed_mentions")] DiscordMentions AllowedMentions)
{
    private const int MaxContent = 2_000;
    private const int MaxTitle = 256;
    private const int MaxFields = 25;
    private const int MaxName = 256;
    private const int MaxValue = 1_024;
    private const int MaxEmbed = 6_000;

    public static DiscordMessage Of(ChannelPost post, Uri frontend) =>
        new(
            post.Content.Length == 0 ? null : post.Content.Cut(MaxContent),
            post.Title is null ? null : [Embed(post, frontend)],
            new DiscordMentions([]));

    private static DiscordEmbed Embed(ChannelPost post, Uri frontend)
    {
        var title = Shown(post.Title!, MaxTitle);
        var left = MaxEmbed - title.Length;
        var fields = new List<DiscordField>();
        foreach (var (name, value) in post.Fields.Take(MaxFields).Select(field => (Shown(field.Name, MaxName), field.Value)))
        {
            if (left <= name.Length)
                break;

            var shown = Shown(value, Math.Min(MaxValue, left - name.Length));
            fields.Add(new DiscordField(name, shown));
            left -= name.Length + shown.Length;
        }

        return new DiscordEmbed(title, post.Path is null ? null : frontend.AbsoluteUri.TrimEnd('/') + post.Path, fields);
    }

    /// <summary>
    /// Discord refuses empty texts and shows Markdown: a stranger's <c>[label](address)</c> would look like a link of ours, so
    /// the two halves are kept apart.
    /// </summary>
    private static string Shown(string text, int length) =>
        text.Visible().Replace("](", "] (", StringComparison.Ordinal).Cut(length).Trim() is { Length: > 0 } shown ? shown : "-";
}

/// <summary>The part for people.</summary>
internal sealed record DiscordEmbed(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url,
    [property: JsonPropertyName("fields")] IReadOnlyList<DiscordField> Fields);

/// <summary>A named value.</summary>
internal sealed record DiscordField([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("value")] string Value);

/// <summary>Who may be pinged by the text.</summary>
internal sealed record DiscordMentions([property: JsonPropertyName("parse")] IReadOnlyList<string> Parse);
