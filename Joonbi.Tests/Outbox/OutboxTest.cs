using Joonbi.Application;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Outbox;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Outbox;

/// <summary>A test of how messages leave: with posts and mails that are told apart by their number.</summary>
internal abstract class OutboxTest : VendorTrouble
{
    protected static OutboxQueue Queue => App.Services.GetRequiredService<OutboxQueue>();

    /// <summary>Stores events as a command does, commit included.</summary>
    protected static Task Write(JoonbiApp app, params IEnumerable<IDomainEvent> events) => app.InScope(async services =>
    {
        foreach (var happened in events)
            await services.GetRequiredService<IOutbox>().Write(happened, default);

        await services.GetRequiredService<IUnitOfWork>().Commit(default);
        return true;
    });

    /// <summary>Events that make one Discord post each (and a notification for each admin, of whom there are none).</summary>
    protected static IEnumerable<IDomainEvent> Posts(int count) => Enumerable.Range(1, count).Select(number => new AnswerAwaited(Guid.Empty, $"#{number}"));

    /// <summary>Events that make one mail each.</summary>
    protected static IEnumerable<IDomainEvent> Mails(TestUser to, int count) =>
        Enumerable.Range(1, count).Select(number => new ConsultationPutOnHold(Guid.Empty, to.Id, $"#{number}"));

    /// <summary>A dispatcher at work, as in a process of its own.</summary>
    protected static async Task<OutboxDispatcher> StartDispatcher(params object[] parts)
    {
        var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(App.Services, parts);
        await dispatcher.StartAsync(default);
        return dispatcher;
    }

    /// <summary>Cuts off what is under way, as a host does whose patience is over.</summary>
    protected static async Task StopAtOnce(OutboxDispatcher dispatcher)
    {
        await dispatcher.StopAsync(new CancellationToken(canceled: true));
        await dispatcher.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
        dispatcher.Dispose();
    }

    protected static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            Assert.That(patience.IsCancellationRequested, Is.False, what);
            await Task.Delay(10);
        }
    }

    protected static Task Until(Func<bool> condition, string what) => Until(() => Task.FromResult(condition()), what);

    protected static async Task<(int Attempts, double Wait, bool Dead, string? Error)> Row(JoonbiApp app, string handler) =>
        await App.Sql<(int, double, bool, string?)>(
            "select attempts, extract(epoch from available_at - @now)::float8, failed_at is not null, last_error from outbox where handler = @handler and event_type = 'AnswerAwaited'",
            new { handler, now = app.Clock.GetUtcNow() });
}
