using Joonbi.Infrastructure.Accounts;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Joonbi.Tests.Accounts;

internal sealed class AccountHousekeepingTests : AccountTest
{
    [Test]
    public async Task Forgets_what_expired_and_keeps_what_serves()
    {
        await Registered();
        await Login();
        await TryLogin(password: "틀린 비밀번호입니다");
        await Post("/auth/forgot-password", new { email = Email });
        await DaysPass(61);
        var tokens = await Login();

        await Purge();

        Assert.That(await App.Sql<string>("select (select count(*) from refresh_tokens) || ' ' || (select count(*) from sessions) || ' ' || (select count(*) from email_tokens)"), Is.EqualTo("1 1 0"));
        await Body(await Refresh(RefreshToken(tokens)));
    }

    private static Task<int> Purge() =>
        new AccountHousekeeping(App.Services.GetRequiredService<ReadDb>(), App.Clock, NullLogger<AccountHousekeeping>.Instance).Purge(default);
}
