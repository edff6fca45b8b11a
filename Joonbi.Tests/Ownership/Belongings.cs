using Joonbi.Domain;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Ownership;

/// <summary>One customer with one of everything that a route can name.</summary>
internal sealed record Belongings(TestUser Owner, Guid Consultation, Guid Document, Guid Attachment, Guid Upload, Guid Notification, Guid Payment)
{
    public static async Task<Belongings> Of(JoonbiApp app, TestUser owner)
    {
        var random = app.Services.GetRequiredService<IRandomSource>();
        var things = new Belongings(owner, random.NextId(), random.NextId(), random.NextId(), random.NextId(), random.NextId(), random.NextId());
        await app.Execute(
            """
            insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, features, completed_at, created_at, updated_at)
            values (@Consultation, @OwnerId, 'SIMPLE', 'COMPLETED', '남의 상담', '남의 이야기', '{}', '{}', @now, @now, @now);
            insert into files (id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at)
            values (@Document, null, 'DOCUMENT', 'a' || @Document, '견적서.pdf', 'application/pdf', 3, sha256('pdf'), @now),
                   (@Attachment, @OwnerId, 'ATTACHMENT', 'b' || @Attachment, '로고.png', 'image/png', 3, sha256('png'), @now),
                   (@Upload, @OwnerId, 'ATTACHMENT', 'c' || @Upload, '메뉴.png', 'image/png', 3, sha256('png'), @now);
            insert into documents (id, consultation_id, type, version, markdown_hash, file_id, created_at)
            values (@Document, @Consultation, 'QUOTATION', 1, sha256('md'), @Document, @now);
            insert into attachments (consultation_id, file_id, position) values (@Consultation, @Attachment, 1);
            insert into consultation_messages (id, consultation_id, author_id, author, body, created_at)
            values (@Upload, @Consultation, @OwnerId, 'CUSTOMER', '남의 말', @now);
            insert into share_links (id, consultation_id, token_hash, created_at, expires_at)
            values (@Upload, @Consultation, sha256('token'), @now, @now + interval '1 day');
            insert into notifications (id, user_id, kind, title, body, created_at)
            values (@Notification, @OwnerId, 'CONSULTATION_RESULT', '남의 알림', '남의 소식', @now);
            insert into payments (id, user_id, purpose, subject_id, order_name, amount, status, created_at, updated_at)
            values (@Payment, @OwnerId, 'CONSULTATION', @Consultation, '남의 결제', 100000, 'PENDING', @now, @now)
            """,
            new { things.Consultation, things.Document, things.Attachment, things.Upload, things.Notification, things.Payment, OwnerId = owner.Id, now = app.Clock.GetUtcNow() });
        return things;
    }

    /// <summary>The path with this customer's ids in it; null when a route names something that this record does not have yet.</summary>
    public string? Fill(string path)
    {
        var filled = path.Replace("{fileId}", Document.ToString());
        foreach (var (prefix, id) in new[]
        {
            ("/api/consultations/", Consultation),
            ("/api/files/", Upload),
            ("/api/notifications/", Notification),
            ("/api/payments/", Payment),
            ("/api/users/me/sessions/", Owner.SessionId),
        })
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
                filled = filled.Replace("{id}", id.ToString());
        }

        return filled.Contains('{') ? null : filled;
    }
}
