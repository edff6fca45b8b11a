using System.Text.Json;
using Joonbi.Application;
using Joonbi.Domain;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Notifications;

/// <summary>A test in which something has happened and its readers look into their mail, their app and their channel.</summary>
internal abstract class NewsTest : ApiTest
{
    protected TestUser Reader { get; private set; } = null!;

    protected Guid ConsultationId { get; private set; }

    [SetUp]
    public async Task SomeConsultation()
    {
        Reader = await Customer();
        ConsultationId = await Requested(Reader);
        await App.Execute("update outbox set processed_at = @now", new { now = App.Clock.GetUtcNow() });
    }

    /// <summary>Raised by a command that has committed; everything that is due is delivered.</summary>
    protected static async Task Happened(params IDomainEvent[] events)
    {
        await App.InScope(async services =>
        {
            foreach (var happened in events)
                await services.GetRequiredService<IOutbox>().Write(happened, default);

            await services.GetRequiredService<IUnitOfWork>().Commit(default);
            return true;
        });
        await App.DeliverOutbox();
    }

    /// <summary>The only mail: to whom, what it is called, what its text part says.</summary>
    protected static (string To, string Subject, string Text) Mail()
    {
        var body = App.Vendors.Mails.Single().Body;
        return (string.Join(',', body.GetProperty("to").EnumerateArray().Select(to => to.GetString())), Text(body, "subject"), Text(body, "text"));
    }

    protected static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>The only notification of that person, as kind, title, body and link.</summary>
    protected static Task<string?> Notification(TestUser of) =>
        App.Sql<string>("select concat_ws(' | ', kind, title, body, link) from notifications where user_id = @Id", new { of.Id });

    /// <summary>The only post of the channel: its title, then each field.</summary>
    protected static string Post()
    {
        var embed = App.Vendors.Discord.Single().Body.GetProperty("embeds")[0];
        return string.Join(" | ", [Text(embed, "title"), .. embed.GetProperty("fields").EnumerateArray().Select(field => $"{Text(field, "name")}: {Text(field, "value")}"), Text(embed, "url")]);
    }
}
