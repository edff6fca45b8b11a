using Amazon.S3.Model;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.S3;

/// <summary>
/// The bytes of an object as a stream that can seek. It asks for no more than is likely to be read: little at first, twice as much
/// after each answer that is read to its end. An answer that breaks off is asked for again from there.
/// </summary>
internal sealed class S3Content(S3Connection s3, string key, long length) : Stream
{
    private const long FirstWindow = 65_536;
    private const int Tries = 3;

    private GetObjectResponse? answer;
    private long position, end, window = FirstWindow;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => position; set => Seek(value, SeekOrigin.Begin); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.IsEmpty)
            return 0;

        for (var tries = 1; ; tries++)
        {
            answer ??= await Request(cancellationToken);
            try
            {
                return Advance(await s3.Ask(_ => Piece(answer.ResponseStream, buffer, cancellationToken), cancellationToken));
            }
            catch (UnavailableException) when (tries < Tries)
            {
                Close(ref answer);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => position, _ => length };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        if (target == position)
            return position;

        Close(ref answer);
        (position, window) = (target, FirstWindow);
        return position;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Close(ref answer);
        base.Dispose(disposing);
    }

    private static void Close(ref GetObjectResponse? answer)
    {
        answer?.Dispose();
        answer = null;
    }

    private async Task<int> Piece(Stream from, Memory<byte> buffer, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s3.Patience);
        return await from.ReadAsync(buffer, patience.Token) is > 0 and var read ? read : throw new EndOfStreamException("The answer is shorter than the object.");
    }

    private Task<GetObjectResponse> Request(CancellationToken ct)
    {
        end = Math.Min(length, position + window);
        return s3.Ask(client => client.GetObjectAsync(new() { BucketName = s3.Bucket, Key = key, ByteRange = new(position, end - 1) }, ct), ct);
    }

    private int Advance(int read)
    {
        position += read;
        if (position >= end)
        {
            Close(ref answer);
            window *= 2;
        }

        return read;
    }
}
