using System.Reflection;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Joonbi.Api.OpenApi;

/// <summary>Writes the rules of a query's own validator into its parameters, as <see cref="ValidatorRules"/> does for bodies.</summary>
internal sealed class ParameterRules(IServiceProvider services) : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        var rules = new ValidatorRules(services);
        var groups = context.MethodInfo?.GetParameters().Where(parameter => parameter.GetCustomAttribute<AsParametersAttribute>() is not null) ?? [];
        foreach (var (name, _, rule) in groups.SelectMany(group => rules.Of(group.ParameterType)))
        {
            if (context.OperationDescription.Operation.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)) is { Schema: { } schema } parameter)
            {
                parameter.Name = name;
                ValidatorRules.Apply(rule, schema);
            }
        }

        return true;
    }
}
