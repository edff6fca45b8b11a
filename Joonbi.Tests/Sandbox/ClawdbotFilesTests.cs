using System.Text.Json;
using System.Text.RegularExpressions;

namespace Joonbi.Tests.Sandbox;

/// <summary>What an operator copies to Clawdbot: a wrong key stops the gateway, a wrong head silently drops the skill.</summary>
internal sealed partial class ClawdbotFilesTests
{
    private static readonly string SkillFolder = ProjectFiles.Path("deploy", "clawdbot", "joonbi-analysis");

    [Test]
    public void The_head_of_the_skill_has_one_line_per_entry()
    {
        Assert.That(Head().All(line => Entry().IsMatch(line)), string.Join('\n', Head()));
    }

    [Test]
    public void The_skill_is_named_like_its_folder_and_described_in_less_than_160_characters()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Value("name"), Is.EqualTo(Path.GetFileName(SkillFolder)).And.Match("^[a-z0-9-]+$"));
            Assert.That(Value("description"), Has.Length.InRange(20, 159));
        });
    }

    [TestCase("clawdbot")]
    [TestCase("moltbot")]
    [TestCase("openclaw")]
    public void The_skill_tells_each_generation_what_it_needs(string generation)
    {
        var needs = JsonDocument.Parse(Value("metadata")).RootElement.GetProperty(generation);
        var variables = needs.GetProperty("requires").GetProperty("env").EnumerateArray().Select(name => name.GetString());
        Assert.Multiple(() =>
        {
            Assert.That(variables, Is.EquivalentTo((string[])["JOONBI_API_KEY", "JOONBI_API_URL"]));
            Assert.That(needs.GetProperty("primaryEnv").GetString(), Is.EqualTo("JOONBI_API_KEY"));
        });
    }

    [TestCase("clawdbot.json", "allow")]
    [TestCase("moltbot.json", "allow")]
    [TestCase("openclaw.json", "enabled")]
    public void Each_generation_switches_the_channel_on_in_its_own_word(string file, string word)
    {
        var channel = Configuration(file).GetProperty("channels").GetProperty("discord")
            .GetProperty("guilds").GetProperty("GUILD_ID").GetProperty("channels").GetProperty("JOBS_CHANNEL_ID");
        Assert.That(channel.EnumerateObject().Select(entry => entry.Name),
            Is.EquivalentTo((string[])[word, "requireMention", "users", "skills", "systemPrompt"]));
    }

    [TestCase("clawdbot.json", false)]
    [TestCase("moltbot.json", false)]
    [TestCase("openclaw.json", true)]
    public void Secrets_come_from_the_environment(string file, bool byReference)
    {
        var configuration = Configuration(file);
        var discord = configuration.GetProperty("channels").GetProperty("discord");
        var skill = configuration.GetProperty("skills").GetProperty("entries").GetProperty("joonbi-analysis");
        Assert.Multiple(() =>
        {
            Assert.That(discord.TryGetProperty("token", out var token), Is.EqualTo(byReference));
            Assert.That(skill.TryGetProperty("apiKey", out var key), Is.EqualTo(byReference));
            Assert.That(!byReference || token.GetProperty("id").GetString() == "DISCORD_BOT_TOKEN");
            Assert.That(!byReference || key.GetProperty("id").GetString() == "JOONBI_API_KEY");
        });
    }

    [TestCase("clawdbot.json")]
    [TestCase("moltbot.json")]
    [TestCase("openclaw.json")]
    public void A_post_of_the_webhook_passes_every_gate(string file)
    {
        var configuration = Configuration(file);
        var discord = configuration.GetProperty("channels").GetProperty("discord");
        var pattern = configuration.GetProperty("messages").GetProperty("groupChat").GetProperty("mentionPatterns")[0].GetString()!;
        Assert.Multiple(() =>
        {
            Assert.That(discord.GetProperty("allowBots").GetBoolean(), "posts of a webhook count as a bot's");
            Assert.That(discord.GetProperty("groupPolicy").GetString(), Is.EqualTo("allowlist"));
            Assert.That("[JOONBI_FULL_ANALYSIS]\nID: x".ToLowerInvariant(), Does.Match(pattern));
            Assert.That("hello [joonbi_full_analysis]", Does.Not.Match(pattern));
        });
    }

    private static string[] Head() => File.ReadAllText(Path.Combine(SkillFolder, "SKILL.md")).Split("---\n")[1].TrimEnd().Split('\n');

    private static string Value(string name) => Head().Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    /// <summary>Reads the little of JSON5 that the files use: comments, bare names, commas at the end.</summary>
    private static JsonElement Configuration(string file) => JsonDocument.Parse(
        BareName().Replace(File.ReadAllText(ProjectFiles.Path("deploy", "clawdbot", file)), "$1\"$2\":"),
        new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement;

    [GeneratedRegex("^[a-z-]+: \\S.*$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(^\s*|[{,]\s*)([A-Za-z_]+):(?=\s)", RegexOptions.Multiline)]
    private static partial Regex BareName();
}
