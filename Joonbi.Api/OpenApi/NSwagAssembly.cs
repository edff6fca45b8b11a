using System.Runtime.Loader;

namespace Joonbi.Api.OpenApi;

/// <summary>
/// NSwag 14.8.0 was built against version 11.6.2 of an assembly that not every registry carries; 11.6.1, which they all do, has
/// all that it calls. The runtime refuses an older version than the one asked for, unless a program answers for it: here.
/// See docs/decisions/0002; to be deleted with the first NSwag whose whole family restores.
/// </summary>
internal static class NSwagAssembly
{
    private const string Name = "NJsonSchema.NewtonsoftJson";

    public static void Redirect() => AssemblyLoadContext.Default.Resolving += (context, wanted) =>
        wanted.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll")) : null;
}
