using Joonbi.Api.Security;

namespace Joonbi.Tests.Security;

/// <summary>What is sealed opens for its own thing under a known key, and else not at all.</summary>
internal sealed class SealerTests
{
    private const string First = "a-key-of-more-than-32-characters-1";
    private const string Second = "a-key-of-more-than-32-characters-2";
    private static readonly Guid Id = Guid.Parse("01900000-0000-7000-8000-000000000001");

    [TestCase("")]
    [TestCase("신한은행 110-123-456789 김민아")]
    public void Opens_for_what_it_was_sealed_for(string text) => Assert.That(With(First).Open("account", Id, With(First).Seal("account", Id, text)), Is.EqualTo(text));

    [Test]
    public void Never_looks_the_same_twice() => Assert.That(With(First).Seal("account", Id, "글"), Is.Not.EqualTo(With(First).Seal("account", Id, "글")));

    [Test]
    public void Opens_for_nothing_else()
    {
        var done = With(First).Seal("account", Id, "글");
        Assert.That((With(First).Open("password", Id, done), With(First).Open("account", Guid.Empty, done), With(Second).Open("account", Id, done)), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
    }

    [Test]
    public void Opens_under_the_key_before_while_it_is_being_changed()
    {
        Assert.That(With(Second, First).Open("account", Id, With(First).Seal("account", Id, "글")), Is.EqualTo("글"));
        Assert.That(With(First).Open("account", Id, With(Second, First).Seal("account", Id, "글")), Is.Null, "sealed under the present one");
    }

    [Test]
    public void A_changed_bit_or_a_cut_opens_nothing()
    {
        var done = With(First).Seal("account", Id, "글");
        for (var at = 0; at < done.Length; at++)
        {
            var changed = done.ToArray();
            changed[at] ^= 1;
            Assert.That((With(First).Open("account", Id, changed), With(First).Open("account", Id, done[..at])), Is.EqualTo(((string?)null, (string?)null)), $"at {at}");
        }
    }

    private static Sealer With(params string[] keys) => new(new SealerSettings(keys));
}
