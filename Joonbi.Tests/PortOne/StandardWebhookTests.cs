using System.Text;
using Joonbi.Infrastructure.Vendors;
using Microsoft.Extensions.Time.Testing;

namespace Joonbi.Tests.PortOne;

/// <summary>The published vectors of Standard Webhooks 1.0.0, and what must not pass.</summary>
internal sealed class StandardWebhookTests
{
    private const string Common = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Rust = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long At = 1_614_265_330;
    private const string Body = """{"test": 2432232314}""";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    [TestCase(Common, Id, At, Body, Signature)]
    [TestCase(Rust, "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, """{"email":"test@example.com","username":"test_user"}""", "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=")]
    [TestCase("pzQGE83cSIRKM4/WH5QY+g==", "dummy-webhook-id", 1_714_039_200, """{"type":"Transaction.Paid","timestamp":"2024-04-25T10:00:00.000Z","data":{"paymentId":"example-payment-id","storeId":"store-ae356798-3d20-4969-b739-14c6b0e1a667","transactionId":"55451513-9763-4a7a-bb43-78a4c65be843"}}""", "v1,qmNcYHU8w9hP22fshTiuuIP9XZrhl6h0hjCr1zh7DRs=")]
    [TestCase(Common, Id, At, """{"test":"결제 완료 ✅"}""", "v1,efeUtDPxQfWOZ/0kiJvwJ3fEUZJ4vHKtMUzdyMKGmc8=")]
    [TestCase(Common, Id, At, Body, "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=")]
    public void A_genuine_one_is_recognised(string secret, string id, long at, string body, string signature) =>
        Assert.That(IsGenuine([secret], at, id, at.ToString(), signature, body), Is.True);

    [TestCase("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLawdd")]
    [TestCase("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=")]
    [TestCase("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [TestCase("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [TestCase("V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [TestCase("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [TestCase("invalid_signature")]
    [TestCase("v1,invalid_signature")]
    [TestCase("v1,dawfeoifkpqwoekfpqoekf")]
    [TestCase("v1,AAAA")]
    [TestCase("v1,")]
    [TestCase("v1")]
    [TestCase("")]
    [TestCase(null)]
    public void A_wrong_signature_is_none(string? signature) =>
        Assert.That(IsGenuine([Common], At, Id, At.ToString(), signature, Body), Is.False);

    [Test]
    public void The_published_wrong_one_of_the_other_vector_is_none() =>
        Assert.That(IsGenuine([Rust], 1_649_367_553, "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", "1649367553", "v1,R3PTzyfHASBKHH98a7yexTwaJ4yNIcGhFQc1yuN+BPU=", """{"email":"test@example.com","username":"test_user"}"""), Is.False);

    [Test]
    public void Any_bit_of_the_body_changed_is_another_message()
    {
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var bytes = Encoding.UTF8.GetBytes(Body);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(Verifier([Common], At).IsGenuine(Id, At.ToString(), Signature, bytes), Is.False, bit.ToString());
        }
    }

    [TestCase(null, "1614265330")]
    [TestCase("", "1614265330")]
    [TestCase("msg_other", "1614265330")]
    [TestCase(Id, null)]
    [TestCase(Id, "")]
    [TestCase(Id, "now")]
    [TestCase(Id, "1614265331")]
    [TestCase(Id, " 1614265330")]
    [TestCase(Id, "+1614265330")]
    [TestCase(Id, "1614265330.0")]
    [TestCase(Id, "99999999999999999999")]
    public void Without_the_id_and_the_time_that_were_signed_it_is_nothing(string? id, string? timestamp) =>
        Assert.That(IsGenuine([Common], At, id, timestamp, Signature, Body), Is.False);

    [TestCase(-300, true)]
    [TestCase(300, true)]
    [TestCase(-301, false)]
    [TestCase(301, false)]
    public void It_is_fresh_for_five_minutes(int seconds, bool fresh) =>
        Assert.That(IsGenuine([Common], At + seconds, Id, At.ToString(), Signature, Body), Is.EqualTo(fresh));

    [Test]
    public void During_a_rotation_either_secret_will_do_and_a_third_will_not() => Assert.Multiple(() =>
    {
        Assert.That(IsGenuine([Rust, Common], At, Id, At.ToString(), Signature, Body), Is.True);
        Assert.That(IsGenuine([Common, Rust], At, Id, At.ToString(), Signature, Body), Is.True);
        Assert.That(IsGenuine([Rust], At, Id, At.ToString(), Signature, Body), Is.False);
    });

    [TestCase("")]
    [TestCase("whsec_")]
    [TestCase("whsec_***")]
    public void An_empty_or_unreadable_secret_is_an_error(string secret) =>
        Assert.That(() => StandardWebhook.Key(secret), Throws.InstanceOf<FormatException>());

    private static bool IsGenuine(string[] secrets, long now, string? id, string? timestamp, string? signature, string body) =>
        Verifier(secrets, now).IsGenuine(id, timestamp, signature, Encoding.UTF8.GetBytes(body));

    private static StandardWebhook Verifier(string[] secrets, long now) => new(secrets, new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(now)));
}
