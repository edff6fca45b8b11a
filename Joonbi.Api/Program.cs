Joonbi.Api.OpenApi.NSwagAssembly.Redirect();
return await Joonbi.Api.Commands.Run(args);

/// <summary>Visible to the tests, which start the service in their own process.</summary>
public partial class Program;
