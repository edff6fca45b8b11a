using System.Text.Json;
using Joonbi.Application;
using Joonbi.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>Which handler listens to which event, found once at start-up and stored by their class names.</summary>
internal sealed class EventRoutes
{
    private readonly ILookup<Type, Route> byEvent;
    private readonly Dictionary<(string Event, string Handler), Route> byName;

    public EventRoutes(System.Reflection.Assembly assembly)
    {
        var routes =
            (from handler in assembly.GetTypes()
             where handler is { IsClass: true, IsAbstract: false }
             from contract in handler.GetInterfaces()
             where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEventHandler<>)
             let listen = typeof(Route<,>).MakeGenericType(contract.GenericTypeArguments[0], handler)
             select (Route)Activator.CreateInstance(listen)!).ToList();

        byEvent = routes.ToLookup(route => route.Event);
        byName = routes.ToDictionary(route => (route.Event.Name, route.Handler.Name));
    }

    public IEnumerable<Route> Of(IDomainEvent happened) => byEvent[happened.GetType()];

    /// <summary>Null when this version of the program no longer knows the event or the handler.</summary>
    public Route? Find(string eventType, string handler) => byName.GetValueOrDefault((eventType, handler));
}

/// <summary>One handler of one event.</summary>
internal abstract class Route(Type eventType, Type handler, Lane lane)
{
    public Type Event { get; } = eventType;
    public Type Handler { get; } = handler;
    public Lane Lane { get; } = lane;

    public abstract Task Deliver(string payload, Delivery delivery, IServiceProvider services, CancellationToken ct);
}

/// <inheritdoc/>
internal sealed class Route<TEvent, THandler>() : Route(typeof(TEvent), typeof(THandler), THandler.Lane)
    where TEvent : IDomainEvent
    where THandler : class, IEventHandler<TEvent>
{
    private static readonly ObjectFactory<THandler> Create = ActivatorUtilities.CreateFactory<THandler>([]);

    public override Task Deliver(string payload, Delivery delivery, IServiceProvider services, CancellationToken ct) =>
        Create(services, []).Handle(JsonSerializer.Deserialize<TEvent>(payload, Json.Options)!, delivery, ct);
}
