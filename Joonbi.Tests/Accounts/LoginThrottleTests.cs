using System.Net;

namespace Joonbi.Tests.Accounts;

internal sealed class LoginThrottleTests : AccountTest
{
    [Test]
    public async Task After_five_failures_an_account_waits_longer_each_time()
    {
        await Registered();

        Assert.That(await Guess(5), Has.All.EqualTo(HttpStatusCode.Unauthorized));
        var blocked = await TryLogin(password: "틀린 비밀번호 여섯");
        await Problem(blocked, HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS");
        Assert.That(blocked.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await Guess(1);
        Assert.That((await TryLogin(password: "틀린 비밀번호 여섯")).Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task The_right_password_waits_too_and_then_forgets_the_failures()
    {
        await Registered();
        await Guess(5);

        Assert.That((await TryLogin()).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await Login();

        Assert.That(await Guess(4), Has.All.EqualTo(HttpStatusCode.Unauthorized));
        await Login();
    }

    [Test]
    public async Task An_address_that_has_no_account_is_slowed_alike()
    {
        for (var guess = 0; guess < 5; guess++)
            Assert.That((await TryLogin("nobody@example.com")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

        Assert.That((await TryLogin("nobody@example.com")).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task A_hundred_simultaneous_guesses_are_five()
    {
        await Registered();

        var answers = await Guess(100);

        Assert.That(answers.Count(answer => answer == HttpStatusCode.Unauthorized), Is.EqualTo(5));
        Assert.That(answers.Count(answer => answer == HttpStatusCode.TooManyRequests), Is.EqualTo(95));
    }

    [Test]
    public async Task An_internet_address_that_tries_one_account_after_another_is_slowed()
    {
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 21; guess++)
            answers.Add((await TryLogin($"person{guess}@example.com")).StatusCode);

        Assert.That(answers.Take(20), Has.All.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answers[20], Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task Failures_are_forgotten_after_an_hour()
    {
        await Guess(5);
        App.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.That(await Guess(4), Has.All.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_counters_do_not_say_whose_they_are()
    {
        await TryLogin();

        Assert.That(await App.Sql<string>("select string_agg(key, ',') from login_throttle"), Does.Not.Contain("mina").And.Match("^[0-9a-f]{64},[0-9a-f]{64}$"));
    }

    private static async Task<HttpStatusCode[]> Guess(int times) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, times).Select(_ => TryLogin(password: "틀린 비밀번호입니다")))).Select(answer => answer.StatusCode)];
}
