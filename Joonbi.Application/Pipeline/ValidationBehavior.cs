using System.Reflection;

namespace Joonbi.Application.Pipeline;

/// <summary>
/// Checks the shape of a request's inputs. An input (the body, the page asked for) has the validator of its own type, so the
/// paths in its errors are the client's own field names, and the command around it only adds who is asking.
/// </summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IServiceProvider services) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly (PropertyInfo Property, Type Validator)[] Inputs =
    [
        .. typeof(TRequest).GetProperties()
            .Where(property => property.PropertyType.Assembly == typeof(TRequest).Assembly)
            .Select(property => (property, typeof(IValidator<>).MakeGenericType(property.PropertyType))),
    ];

    public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var (property, type) in Inputs)
        {
            if (property.GetValue(request) is { } input && services.GetService(type) is IValidator validator)
            {
                var result = validator.Validate(new ValidationContext<object>(input));
                if (!result.IsValid)
                    throw new ValidationException(result.Errors);
            }
        }

        return next();
    }
}
