using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Joonbi.Tests.Accounts;

internal sealed class ChangePasswordTests : AccountTest
{
    private const string Next = "새로 정한 긴 비밀번호 7";

    [Test]
    public async Task Ends_every_other_session_and_keeps_this_one()
    {
        await Registered();
        var (here, there) = (await Login(), await Login());

        await Body(await Change(here, Password, Next), HttpStatusCode.NoContent);

        Assert.That((await Me(here), await Me(there)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
        await Problem(await Refresh(RefreshToken(there)), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
        await Body(await Refresh(RefreshToken(here)));
        await Login(password: Next);
    }

    [Test]
    public async Task The_person_is_told()
    {
        await Registered();
        await Change(await Login(), Password, Next);

        Assert.That(await App.DeliverOutbox(), Is.EqualTo(1));
        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("text").GetString(), Does.Match("20[0-9]{2}년 [0-9]+월 [0-9]+일 [0-9]{2}:[0-9]{2}에 비밀번호가 변경되었습니다"));
    }

    [TestCase("틀린 비밀번호입니다", Next, "currentPassword")]
    [TestCase(Password, Password, "newPassword")]
    [TestCase(Password, "qwer1234!@#$", "newPassword")]
    [TestCase(Password, "짧다", "newPassword")]
    public async Task Refuses(string current, string next, string field)
    {
        await Registered();
        var problem = await Problem(await Change(await Login(), current, next), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(field));
        await Login();
    }

    [Test]
    public async Task An_open_session_is_no_way_to_guess_the_password()
    {
        await Registered();
        var tokens = await Login();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Change(tokens, "틀린 비밀번호입니다", Next)));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest), Is.EqualTo(5));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests), Is.EqualTo(15));
    }

    private static Task<HttpResponseMessage> Change(JsonElement tokens, string currentPassword, string newPassword) =>
        With(tokens).PatchAsJsonAsync("/api/users/me/password", new { currentPassword, newPassword });
}
