using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Joonbi.Application.Documents;
using Joonbi.Application.Notifications;
using Joonbi.Application.Payments;
using Joonbi.Application.Accounts;
using Joonbi.Application.Pipeline;
using Mapster;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Application;

/// <summary>Adds the use cases.</summary>
public static class DependencyInjection
{
    /// <summary>Handlers, validators and the pipeline around them.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient<OwnPassword>();
        services.AddTransient<CustomerNews>();
        services.AddRequestHandlers(typeof(DependencyInjection).Assembly);
        services.AddScoped<Confirmations>();
        services.AddTransient<RefundAccounts>();
        services.AddScoped<IPayable, AnalysisFee>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RepeatBehavior<,>));
        services.AddSingleton<PrintShop>();
        services.AddValidatorsFromAssembly(typeof(DependencyInjection).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);

        // A record member without a source would otherwise be filled with its default, silently.
        TypeAdapterConfig.GlobalSettings.RequireDestinationMemberSource = true;
        ValidatorOptions.Global.LanguageManager = new KoreanMessages();
        return services;
    }

    /// <summary>Registers every request handler of an assembly; a query's handler is SQL and comes from Infrastructure.</summary>
    public static IServiceCollection AddRequestHandlers(this IServiceCollection services, Assembly assembly)
    {
        var handlers =
            from type in TypesNamed("Handler", assembly)
            where type is { IsClass: true, IsAbstract: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);

        foreach (var (contract, type) in handlers)
            services.AddTransient(contract, type);

        return services;
    }

    /// <summary>
    /// By their names in the file: <c>GetTypes</c> would load every type of the assembly, and with its state machines whatever library
    /// any of them awaits, such as that of S3 where nobody uses it.
    /// </summary>
    private static IEnumerable<Type> TypesNamed(string ending, Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var definition in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(definition => !definition.IsNested))
        {
            if (metadata.GetString(definition.Name) is { } name && name.EndsWith(ending, StringComparison.Ordinal))
                yield return assembly.GetType($"{metadata.GetString(definition.Namespace)}.{name}", throwOnError: true)!;
        }
    }
}
