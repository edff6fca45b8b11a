namespace Joonbi.Application.Pipeline;

/// <summary>A command is one transaction: committed after its handler, before its answer.</summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(IUnitOfWork unitOfWork) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ITransactional
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        await unitOfWork.Commit(ct);
        return response;
    }
}
