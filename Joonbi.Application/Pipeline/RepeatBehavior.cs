using Joonbi.Application.Repeats;

namespace Joonbi.Application.Pipeline;

/// <summary>
/// Inside the transaction: keeps the result of a command that came with a key, or gives the kept one instead of doing it
/// again. Without a result it was refused, and the key stays free.
/// </summary>
internal sealed class RepeatBehavior<TRequest, TResponse>(IRepeats repeats) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ITransactional
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            var result = await next();
            if (result is not null)
                await repeats.Keep(result, ct);

            return result;
        }
        catch (DoneBeforeException)
        {
            return repeats.FirstResult<TResponse>();
        }
    }
}
