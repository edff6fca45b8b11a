using System.Reflection;
using Joonbi.Application;
using Joonbi.Domain;
using MediatR;

namespace Joonbi.Tests.Architecture;

/// <summary>What the reference graph alone cannot keep. Each predicate is also shown to catch an offender.</summary>
internal sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Aggregate).Assembly;
    private static readonly Assembly Application = typeof(IUnitOfWork).Assembly;
    private static readonly Assembly Infrastructure = typeof(Joonbi.Infrastructure.DependencyInjection).Assembly;
    private static readonly Assembly Api = typeof(Program).Assembly;

    [Test]
    public void The_domain_needs_nothing_but_the_runtime() =>
        Assert.That(References(Domain).Where(name => !IsRuntime(name)), Is.Empty);

    [Test]
    public void The_application_knows_no_database_and_no_web() =>
        Assert.That(References(Application).Where(IsOutside), Is.Empty);

    [Test]
    public void The_infrastructure_knows_no_web() =>
        Assert.That(References(Infrastructure).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void The_api_does_not_reach_round_the_application() =>
        Assert.That(References(Api).Where(name => name is "Dapper" or "Npgsql" or "dbup-core" or "SkiaSharp" or "Markdig"), Is.SubsetOf(new[] { "Npgsql" }),
            "Npgsql is known for one thing: telling that the database is away");

    [Test]
    public void These_checks_catch_offenders() => Assert.Multiple(() =>
    {
        Assert.That(References(Api).Where(name => !IsRuntime(name)), Is.Not.Empty);
        Assert.That(References(Infrastructure).Where(IsOutside), Is.Not.Empty);
        Assert.That(HandlersOf(typeof(Unhandled)), Is.Empty);
    });

    [Test]
    public void Every_request_has_exactly_one_handler() =>
        Assert.That(Requests().Where(request => HandlersOf(request).Count() != 1), Is.Empty);

    [Test]
    public void A_request_handler_is_called_one_because_that_is_how_it_is_found() =>
        Assert.That(Requests().SelectMany(HandlersOf).Where(type => type.IsNested || !type.Name.EndsWith("Handler", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Commands_are_handled_in_the_application_and_queries_are_SQL_in_the_infrastructure() =>
        Assert.That(
            Requests().Where(request => HandlersOf(request).Single().Assembly != (request.IsAssignableTo(typeof(ITransactional)) ? Application : Infrastructure)),
            Is.Empty);

    [Test]
    public void Handlers_and_validators_are_nobody_elses_business() =>
        Assert.That(
            Application.GetTypes().Concat(Infrastructure.GetTypes())
                .Where(type => type is { IsClass: true, IsAbstract: false })
                .Where(type => type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Validator", StringComparison.Ordinal))
                .Where(type => type.IsPublic || !type.IsSealed),
            Is.Empty);

    private static IEnumerable<Type> Requests() =>
        Application.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBaseRequest)));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static bool IsRuntime(string name) => name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard";

    private static bool IsOutside(string name) =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name is "Dapper" or "Npgsql" or "SkiaSharp" or "Markdig" or "Joonbi.Infrastructure";

    private static IEnumerable<Type> HandlersOf(Type request) =>
        from type in Application.GetTypes().Concat(Infrastructure.GetTypes())
        where type is { IsClass: true, IsAbstract: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && contract.GenericTypeArguments[0] == request
        select type;

    private sealed record Unhandled : ICommand;
}
