using Joonbi.Api.Security;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Security;

/// <summary>Which routes have a limit of their own besides the general one.</summary>
internal sealed class RouteLimitsTests : ApiTest
{
    [TestCase("logIn", RateLimits.Login)]
    [TestCase("verifyEmail", RateLimits.Login)]
    [TestCase("confirmEmailChange", RateLimits.Login)]
    [TestCase("registerCustomer", RateLimits.Register)]
    [TestCase("forgotPassword", RateLimits.Register)]
    [TestCase("resetPassword", RateLimits.Register)]
    [TestCase("changeEmail", RateLimits.Register)]
    [TestCase("uploadFile", RateLimits.Upload)]
    public void Has_its_own_limit(string operation, string limit) =>
        Assert.That(Endpoint(operation).Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName, Is.EqualTo(limit));

    [TestCase("getHealth")]
    [TestCase("getLiveness")]
    [TestCase("getReadiness")]
    public void Has_none(string operation) =>
        Assert.That(Endpoint(operation).Metadata.GetMetadata<DisableRateLimitingAttribute>(), Is.Not.Null);

    private static Microsoft.AspNetCore.Http.Endpoint Endpoint(string operation) =>
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation);
}
