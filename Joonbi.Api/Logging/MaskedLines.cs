using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Parsing;

namespace Joonbi.Api.Logging;

/// <summary>
/// One JSON object a line (CLEF: <c>@t</c>, <c>@m</c>, <c>@l</c>, <c>@x</c>, trace <c>@tr</c>, span <c>@sp</c>), each of its texts
/// masked before it is written, so that what a library says of a request or an address is masked too.
/// </summary>
internal sealed class MaskedLines(SecretMask mask) : ITextFormatter
{
    /// <summary>What the host adds to every line within a request; the request's own line names the route.</summary>
    private const string Path = "RequestPath";

    private readonly RenderedCompactJsonFormatter json = new();

    public void Format(LogEvent logEvent, TextWriter output) => json.Format(IsClean(logEvent) ? logEvent : Masked(logEvent), output);

    /// <summary>As nearly every request's own line is, which then is written as it came.</summary>
    private bool IsClean(LogEvent logEvent)
    {
        if (logEvent.Exception is not null || mask.Suspects(logEvent.MessageTemplate.Text))
            return false;

        foreach (var (name, value) in logEvent.Properties)
        {
            if (name == Path || value is not ScalarValue { Value: var scalar } || !(IsHarmless(scalar) || (scalar is string text && !mask.Suspects(text))))
                return false;
        }

        return true;
    }

    private LogEvent Masked(LogEvent logEvent) => new(
        logEvent.Timestamp,
        logEvent.Level,
        logEvent.Exception is { } exception ? new Told(mask.Hide(exception.ToString())) : null,
        new MessageTemplate(logEvent.MessageTemplate.Tokens.Select(token => token is TextToken text ? new TextToken(mask.Hide(text.Text)) : token)),
        logEvent.Properties.Where(property => property.Key != Path).Select(property => new LogEventProperty(property.Key, Masked(property.Value))),
        logEvent.TraceId ?? default,
        logEvent.SpanId ?? default);

    private LogEventPropertyValue Masked(LogEventPropertyValue value) => value switch
    {
        ScalarValue scalar when IsHarmless(scalar.Value) => value,
        ScalarValue scalar => new ScalarValue(mask.Hide(scalar.Value!.ToString()!)),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Masked)),
        StructureValue structure => new StructureValue(structure.Properties.Select(property => new LogEventProperty(property.Name, Masked(property.Value)))),
        _ => new ScalarValue(mask.Hide(value.ToString())),
    };

    private static bool IsHarmless(object? value) => value is null or bool or int or long or double or TimeSpan or Guid or DateTimeOffset or Enum;

    /// <summary>An exception of which only the masked text is left.</summary>
    private sealed class Told(string text) : Exception
    {
        public override string ToString() => text;
    }
}
