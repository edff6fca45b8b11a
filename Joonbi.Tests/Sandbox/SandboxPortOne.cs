using System.Net;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.PortOne;
using Joonbi.Infrastructure.Vendors;
using Joonbi.Sandbox.PortOne;
using Microsoft.Extensions.DependencyInjection;
using Books = Joonbi.Sandbox.PortOne.Books;
using PortOneStandIn = Joonbi.Tests.PortOne.PortOneStandIn;

namespace Joonbi.Tests.Sandbox;

/// <summary>A test in which our own adapters talk to the sandbox's PortOne, and somebody uses its payment window.</summary>
internal abstract class SandboxPortOne
{
    protected const string Reference = "019ab0c4111170008000000000000001";

    protected static readonly (string, string)[] Second =
    [
        ("PORTONE_API_SECRET", "sandbox-secret"), ("PORTONE_STORE_ID", "store-sandbox"), ("PORTONE_CHANNEL_KEY", "channel-key-sandbox"),
        ("PORTONE_WEBHOOK_SECRET", PortOneStandIn.WebhookSecret),
    ];

    protected static readonly (string, string)[] First =
        [("PORTONE_API_SECRET", "sandbox-secret"), ("PORTONE_API_KEY", "sandbox-key"), ("PORTONE_MERCHANT_ID", "imp00000000")];

    private readonly List<IDisposable> used = [];

    protected SandboxHost Sandbox { get; private set; } = null!;

    protected abstract (string, string)[] Settings { get; }

    [SetUp]
    public async Task Start() => Sandbox = await SandboxHost.Start(settings: Settings);

    [TearDown]
    public async Task Stop()
    {
        await Sandbox.DisposeAsync();
        used.ForEach(one => one.Dispose());
        used.Clear();
        Directory.Delete(Sandbox.Folder, recursive: true);
    }

    /// <summary>The same program over the same folder, begun again.</summary>
    protected async Task Restart()
    {
        var folder = Sandbox.Folder;
        await Sandbox.DisposeAsync();
        Sandbox = await SandboxHost.Start(folder, settings: Settings);
    }

    protected IPaymentGateway V2()
    {
        var settings = new PortOneV2Settings(new Uri(Sandbox.Address, "portone"), "sandbox-secret", "store-sandbox", "channel-key-sandbox", [PortOneStandIn.WebhookSecret], true);
        var http = Client("portone/");
        http.DefaultRequestHeaders.Authorization = new("PortOne", settings.ApiSecret);
        return new PortOneV2Gateway(http, settings, new StandardWebhook(settings.WebhookSecrets, TimeProvider.System), TimeProvider.System);
    }

    protected IPaymentGateway V1()
    {
        var settings = new PortOneV1Settings(new Uri(Sandbox.Address, "iamport"), "sandbox-key", "sandbox-secret", "imp00000000", true);
        var tokens = new PortOneV1Tokens(settings, TimeProvider.System);
        used.Add(tokens);
        return new PortOneV1Gateway(Client("iamport/"), settings, tokens, TimeProvider.System);
    }

    /// <summary>Presses a button of the payment window.</summary>
    protected async Task<Deal> Press(string choice, string reference = Reference, long amount = 100_000, string webhook = "never")
    {
        var answer = await Window(choice, reference, amount, webhook);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return Books.Foremost(reference)!;
    }

    protected Task<HttpResponseMessage> Window(string choice, string reference = Reference, long amount = 100_000, string webhook = "never") =>
        Sandbox.Http.PostAsync("/pay", Form(
            ("sdk", Settings == First ? "V1" : "V2"), ("paymentId", reference), ("storeId", Settings == First ? "imp00000000" : "store-sandbox"), ("channelKey", "channel-key-sandbox"),
            ("orderName", "분석 상담"), ("amount", $"{amount}"), ("choice", choice), ("webhook", webhook), ("back", "no")));

    protected Task<HttpResponseMessage> Later(Deal deal, string act) => Sandbox.Http.PostAsync($"/pay/{deal.TransactionId}", Form(("act", act), ("webhook", "never")));

    protected Books Books => Sandbox.Services.GetRequiredService<Books>();

    protected static RefundOrder Order(string transaction, long amount, long cancellable, string key = "key-of-at-least-16-characters") =>
        new(Reference, transaction, amount, cancellable, "상담 거절 [r]", key, RefundCause.Rejected);

    protected static BankAccount Account(string number = "110123456789") => new(Bank.Shinhan, number, "김민아", null);

    protected static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private HttpClient Client(string path)
    {
        var http = new HttpClient { BaseAddress = new Uri(Sandbox.Address, path) };
        used.Add(http);
        return http;
    }
}
