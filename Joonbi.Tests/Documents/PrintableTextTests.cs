using Joonbi.Infrastructure.Documents.Reading;

namespace Joonbi.Tests.Documents;

internal sealed class PrintableTextTests
{
    [TestCase("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [TestCase("\u1112\u1161 \u1112", "하 \u1112")]
    [TestCase("\u1103\u1169\u1107\u1161", "도바")]
    public void Composes_the_letters_of_a_Mac_into_syllables(string letters, string syllables) =>
        Assert.That(PrintableText.Clean(letters), Is.EqualTo(syllables));

    [TestCase("가\0나\u0007", "가나")]
    [TestCase("가\u202E나\u2066\u200B\uFEFF", "가나")]
    [TestCase("가\u2028나", "가\n나")]
    [TestCase("가\r\n\t나", "가\r\n\t나")]
    public void Removes_what_cannot_be_seen(string text, string clean) => Assert.That(PrintableText.Clean(text), Is.EqualTo(clean));
}
