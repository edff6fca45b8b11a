using System.Text;
using Joonbi.Application.Repeats;

namespace Joonbi.Api.Repeats;

/// <summary>An answer that is written from what is kept of it, the first time as every other time.</summary>
internal sealed class GivenAnswer(FirstAnswer answer) : IResult
{
    private static readonly string[] Kept = ["Location", "ETag", "Cache-Control", "Content-Type"];

    /// <summary>What the result would have written.</summary>
    public static async Task<FirstAnswer> Of(IResult result, HttpContext context)
    {
        var response = context.Response;
        var wire = response.Body;
        using var paper = new MemoryStream();
        response.Body = paper;
        try
        {
            await result.ExecuteAsync(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            response.Body = wire;
        }

        var headers = Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString());
        return new FirstAnswer(response.StatusCode, headers, Encoding.UTF8.GetString(paper.ToArray()));
    }

    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.Body.Length == 0)
            return;

        var body = Encoding.UTF8.GetBytes(answer.Body);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
