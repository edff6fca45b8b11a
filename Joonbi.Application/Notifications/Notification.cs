using System.Security.Cryptography;

namespace Joonbi.Application.Notifications;

/// <summary>What a notification is about; each may be switched off for e-mail, but those about money.</summary>
public enum NotificationKind
{
    /// <summary>상담이 끝났거나, 이어 가려면 고객이 할 일이 있습니다.</summary>
    ConsultationResult,

    /// <summary>내야 할 돈이 있습니다.</summary>
    PaymentRequest,

    /// <summary>끝난 상담에 새 문서나 화면이 왔습니다.</summary>
    DocumentUploaded,

    /// <summary>상대가 글을 남겼습니다.</summary>
    MessageReceived,

    /// <summary>관리자의 손이 필요합니다.</summary>
    Attention,
}

/// <summary>A line of somebody's bell menu.</summary>
/// <param name="Id">Sorts by the time of what it tells.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">A sentence or two.</param>
/// <param name="Link">Below <c>FRONTEND_URL</c>.</param>
/// <param name="CreatedAt">When what it tells happened.</param>
public sealed record Notification(Guid Id, Guid UserId, NotificationKind Kind, string Title, string Body, string Link, DateTimeOffset CreatedAt)
{
    internal static Notification Of(News news, Guid userId, Delivery delivery) =>
        new(IdOf(delivery.MessageId, userId), userId, news.Kind, news.Title, news.Body, news.Path, delivery.OccurredAt);

    /// <summary>
    /// The same at every attempt, so that a repeated delivery adds nothing. The message's own time stays in front, since the
    /// list is sorted by id.
    /// </summary>
    private static Guid IdOf(Guid messageId, Guid userId)
    {
        var id = messageId.ToByteArray(bigEndian: true);
        SHA256.HashData([.. id, .. userId.ToByteArray()]).AsSpan(8, 8).CopyTo(id.AsSpan(8));
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
