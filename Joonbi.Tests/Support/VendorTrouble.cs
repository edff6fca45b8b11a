using Joonbi.Application;

namespace Joonbi.Tests.Support;

/// <summary>Tests in which vendors misbehave; afterwards enough time passes for every circuit to close and every rest to end.</summary>
internal abstract class VendorTrouble : ApiTest
{
    [TearDown]
    public void LetItPass() => App.Clock.Advance(TimeSpan.FromHours(2));

    /// <summary>No call is answered; so much time passes while it waits.</summary>
    protected static void VendorsHangFor(TimeSpan time) =>
        App.Vendors.Instead = async (context, _) =>
        {
            App.Clock.Advance(time);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

    protected static DeliveryException Refused(Func<Task> call) => Assert.ThrowsAsync<DeliveryException>(() => call())!;
}
