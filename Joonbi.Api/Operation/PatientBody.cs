using System.IO.Pipelines;

namespace Joonbi.Api.Operation;

/// <summary>
/// A request's body that a stop does not cut off. To end idle connections Kestrel cancels every read that waits, and readers of
/// bodies take that for a failure: the request would be answered with a 500. Here the read is simply taken up again.
/// </summary>
internal sealed class PatientBody(PipeReader body) : PipeReader
{
    private bool ownCancel;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (!read.IsCanceled || ownCancel)
                return read;
            if (!read.Buffer.IsEmpty || read.IsCompleted)
                return new ReadResult(read.Buffer, isCanceled: false, read.IsCompleted);

            body.AdvanceTo(read.Buffer.Start);
        }
    }

    public override bool TryRead(out ReadResult result) => body.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => body.AdvanceTo(consumed, examined);

    public override void CancelPendingRead()
    {
        ownCancel = true;
        body.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => body.Complete(exception);
}
