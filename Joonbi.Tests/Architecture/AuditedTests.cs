using Joonbi.Api.OpenApi;
using Joonbi.Api.Security;
using Joonbi.Application;
using Joonbi.Tests.Support;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Reflection;

namespace Joonbi.Tests.Architecture;

/// <summary>Every change that a person of the studio makes is on record: no route below <c>/admin</c> can leave it out.</summary>
internal sealed class AuditedTests : ApiTest
{
    private const string Who = "AdminId";

    /// <summary>Writes by their method, and changes nothing.</summary>
    private static readonly string[] ChangesNothing = ["tryScreening"];

    [Test]
    public void Every_write_below_admin_knows_who_writes() =>
        Assert.That(
            Writes().Where(write => !write.Method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CurrentUser))).Select(write => write.Name),
            Is.EquivalentTo(ChangesNothing));

    [Test]
    public void Every_command_that_names_its_admin_has_the_record_at_hand()
    {
        var commands = typeof(IUnitOfWork).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ITransactional)) && type.GetProperty(Who) is not null).ToList();
        Assert.That(commands, Has.Count.GreaterThan(15));
        Assert.That(commands.Where(command => !HandlerOf(command).GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(IAuditLog))), Is.Empty);
    }

    private static IEnumerable<(string Name, MethodInfo Method)> Writes() =>
        from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where SecurityNeeds.Policy(endpoint.Metadata) == Policies.Admin
        where endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.All(method => method is not ("GET" or "HEAD"))
        select (endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName, endpoint.Metadata.GetRequiredMetadata<MethodInfo>());

    private static Type HandlerOf(Type command) =>
        command.Assembly.GetTypes().Single(type => type.GetInterfaces().Any(contract =>
            contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && contract.GenericTypeArguments[0] == command));
}
