using System.Text.Json;

namespace Joonbi.Sandbox.Discord;

/// <summary>A limit that the message breaks, at a path as Discord writes it: "embeds.0.fields.2.value".</summary>
internal sealed record DiscordViolation(string Path, string Code, string Message);

/// <summary>Discord's documented limits for a webhook's message. Lengths are counted in UTF-16 units, the stricter reading.</summary>
internal static class DiscordRules
{
    public static IReadOnlyList<DiscordViolation> Check(JsonElement body)
    {
        var found = new List<DiscordViolation>();
        Length(body, "content", 2000, "content", found);
        Length(body, "username", 80, "username", found);
        if (body.TryGetProperty("embeds", out var embeds) && embeds.ValueKind == JsonValueKind.Array)
        {
            CheckEmbeds(embeds, found);
        }

        CheckMentions(body, found);
        return found;
    }

    public static bool IsEmpty(JsonElement body) =>
        string.IsNullOrWhiteSpace(Text(body, "content")) && !(body.TryGetProperty("embeds", out var embeds) && embeds.GetArrayLength() > 0);

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void CheckEmbeds(JsonElement embeds, List<DiscordViolation> found)
    {
        if (embeds.GetArrayLength() > 10)
        {
            found.Add(new("embeds", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 10 in length."));
        }

        var (total, index) = (0, 0);
        foreach (var embed in embeds.EnumerateArray())
        {
            var path = $"embeds.{index++}";
            total += Length(embed, "title", 256, $"{path}.title", found);
            total += Length(embed, "description", 4096, $"{path}.description", found);
            Length(embed, "url", 2048, $"{path}.url", found);
            total += Nested(embed, "footer", "text", 2048, path, found);
            total += Nested(embed, "author", "name", 256, path, found);
            total += CheckFields(embed, path, found);
        }

        if (total > 6000)
        {
            found.Add(new("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000."));
        }
    }

    private static int CheckFields(JsonElement embed, string path, List<DiscordViolation> found)
    {
        if (!embed.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
        {
            return 0;
        }

        if (fields.GetArrayLength() > 25)
        {
            found.Add(new($"{path}.fields", "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length."));
        }

        var (total, index) = (0, 0);
        foreach (var field in fields.EnumerateArray())
        {
            var at = $"{path}.fields.{index++}";
            foreach (var (name, limit) in new[] { ("name", 256), ("value", 1024) })
            {
                var length = Length(field, name, limit, $"{at}.{name}", found);
                total += length;
                if (length == 0)
                {
                    found.Add(new($"{at}.{name}", "BASE_TYPE_REQUIRED", "This field is required"));
                }
            }
        }

        return total;
    }

    private static void CheckMentions(JsonElement body, List<DiscordViolation> found)
    {
        if (!body.TryGetProperty("allowed_mentions", out var mentions) || mentions.ValueKind != JsonValueKind.Object
            || !mentions.TryGetProperty("parse", out var parse) || parse.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var kind in parse.EnumerateArray().Select(kind => kind.ToString()))
        {
            if (kind is not ("users" or "roles" or "everyone"))
            {
                found.Add(new("allowed_mentions.parse", "BASE_TYPE_CHOICES", "Value must be one of ('users', 'roles', 'everyone')."));
            }
            else if (mentions.TryGetProperty(kind, out var listed) && listed.ValueKind == JsonValueKind.Array && listed.GetArrayLength() > 0)
            {
                found.Add(new("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."));
            }
        }
    }

    private static int Nested(JsonElement embed, string part, string name, int limit, string path, List<DiscordViolation> found) =>
        embed.TryGetProperty(part, out var inner) && inner.ValueKind == JsonValueKind.Object
            ? Length(inner, name, limit, $"{path}.{part}.{name}", found)
            : 0;

    private static int Length(JsonElement element, string name, int limit, string path, List<DiscordViolation> found)
    {
        var length = Text(element, name)?.Trim().Length ?? 0;
        if (length > limit)
        {
            found.Add(new(path, "BASE_TYPE_MAX_LENGTH", $"Must be {limit} or fewer in length."));
        }

        return length;
    }
}
