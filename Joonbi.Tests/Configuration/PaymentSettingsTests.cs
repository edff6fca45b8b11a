using Joonbi.Infrastructure.PortOne;

namespace Joonbi.Tests.Configuration;

/// <summary>Which generation of PortOne a set of settings means, and which sets mean nothing.</summary>
internal sealed class PaymentSettingsTests
{
    private static readonly (string, string?) Secret = ("PORTONE_API_SECRET", "portone-secret");
    private static readonly (string, string?)[] V1 = [Secret, ("PORTONE_API_KEY", "imp-key-123456"), ("PORTONE_MERCHANT_ID", "imp12345678")];
    private static readonly (string, string?)[] V2 = [Secret, ("PORTONE_STORE_ID", "store-1"), ("PORTONE_CHANNEL_KEY", "channel-key-1"), ("PORTONE_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")];

    [Test]
    public void None_is_an_installation_that_takes_no_payments()
    {
        var settings = SettingsTests.Read(("NODE_ENV", "production"));
        Assert.That((settings.Complaint, settings.Infrastructure.PortOne), Is.EqualTo(((string?)null, (PortOneSettings?)null)));
    }

    [Test]
    public void The_seed_s_three_mean_the_first_generation() =>
        Assert.That(SettingsTests.Read(V1).Infrastructure.PortOne, Is.EqualTo(new PortOneV1Settings(new Uri("https://api.iamport.kr"), "imp-key-123456", "portone-secret", "imp12345678", TakesTestChannels: true)));

    [Test]
    public void The_other_four_mean_the_second()
    {
        var settings = (PortOneV2Settings)SettingsTests.Read(V2).Infrastructure.PortOne!;
        Assert.That((settings.ApiUrl.Host, settings.StoreId, settings.ChannelKey, settings.WebhookSecrets.Count), Is.EqualTo(("api.portone.io", "store-1", "channel-key-1", 1)));
    }

    [Test]
    public void During_a_rotation_two_webhook_secrets_count() =>
        Assert.That(((PortOneV2Settings)SettingsTests.Read([.. V2, ("PORTONE_WEBHOOK_SECRET_PREVIOUS", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")]).Infrastructure.PortOne!).WebhookSecrets, Has.Count.EqualTo(2));

    [Test]
    public void In_production_test_channels_do_not_count() =>
        Assert.That(SettingsTests.Read([.. V2, ("NODE_ENV", "production")]).Infrastructure.PortOne!.TakesTestChannels, Is.False);

    [Test]
    public void A_local_server_can_stand_in() =>
        Assert.That(SettingsTests.Read([.. V1, ("PORTONE_API_URL", "http://localhost:4010/portone")]).Infrastructure.PortOne!.ApiUrl.Port, Is.EqualTo(4010));

    [Test]
    public void Half_a_set_stops_the_start_and_names_what_is_missing([Values(0, 1, 2, 3)] int missing)
    {
        Assert.That(SettingsTests.Read([.. V2.Where((_, index) => index != missing)]).Complaint, Does.Contain($"  {V2[missing].Item1}: 나머지 PortOne 설정이 있으므로"));
        if (missing < V1.Length)
            Assert.That(SettingsTests.Read([.. V1.Where((_, index) => index != missing)]).Complaint, Does.Contain($"  {V1[missing].Item1}: 나머지 PortOne 설정이 있으므로"));
    }

    [Test]
    public void Both_sets_and_a_secret_alone_stop_the_start() => Assert.Multiple(() =>
    {
        Assert.That(SettingsTests.Read([.. V1, .. V2.Skip(1)]).Complaint, Does.Contain("  PORTONE_API_KEY: PortOne V1과 V2의 설정이 함께 있습니다."));
        Assert.That(SettingsTests.Read(Secret).Complaint, Does.Contain("  PORTONE_API_SECRET: 이것만으로는"));
    });
}
