using System.Text.Json;
using Joonbi.Application;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>Consultations as rows, their events as timeline and outbox, all in the command's own transaction.</summary>
internal sealed class ConsultationRepository(DbSession session, ReadDb db, IOutbox outbox, TimeProvider clock) : IConsultationRepository
{
    /// <summary>Tells every replica that a consultation's timeline has grown; the payload is its id.</summary>
    public const string Channel = "joonbi_consultation";

    private const string Select =
        """
        select id, user_id, kind, status, project_name, description, reference_urls, budget_min, budget_max, desired_date,
               features, campaign_id, rejection, screening_overruled, attempts, triggers, triggered_at, trigger_message_id,
               run_id, run_started_at, start_key, lease_until, ended_run_id, ended_run_error, percent, stage, note, analysis,
               designs, designs_version, deadline_at, completed_at, closed_at, created_at, updated_at, version,
               (select coalesce(jsonb_agg(jsonb_build_object(
                           'id', latest.id, 'type', latest.type, 'version', latest.version, 'fileId', latest.file_id,
                           'markdownHash', encode(latest.markdown_hash, 'base64'), 'createdAt', latest.created_at)), '[]')
                  from (select distinct on (type) * from documents where consultation_id = consultations.id order by type, version desc) latest
               ) as documents
          from consultations
         where id = @id
        """;

    public async Task Add(Consultation consultation, CancellationToken ct)
    {
        await session.Execute(
            """
            insert into consultations (
                id, user_id, kind, status, project_name, description, reference_urls, budget_min, budget_max, desired_date,
                features, campaign_id, rejection, screening_overruled, attempts, triggers, percent, deadline_at, created_at,
                updated_at, version)
            values (
                @Id, @UserId, @Kind, @Status, @ProjectName, @Description, @ReferenceUrls, @BudgetMin, @BudgetMax, @DesiredDate,
                @Features, @CampaignId, @Rejection, @ScreeningOverruled, @Attempts, @Triggers, @Percent, @DeadlineAt, @CreatedAt,
                @UpdatedAt, @Version)
            """,
            consultation,
            ct);
        await Record(consultation, ct);
    }

    public async Task<Consultation> Get(Guid id, CancellationToken ct) =>
        await session.OneLocked<Consultation>("select id from consultations where id = @id for update", Select, new { id }, ct) ?? throw Consultation.NotFound();

    public async Task<Consultation> GetOwn(Guid id, Guid userId, CancellationToken ct) =>
        await session.OneLocked<Consultation>(
            "select id from consultations where id = @id and user_id = @userId for update", $"{Select} and user_id = @userId", new { id, userId }, ct) ?? throw Consultation.NotFound();

    public async Task<Consultation> Peek(Guid id, CancellationToken ct) =>
        await db.One<Consultation>(Select, new { id }, ct) ?? throw Consultation.NotFound();

    public async Task Save(Consultation consultation, CancellationToken ct)
    {
        await session.Execute(
            """
            update consultations
               set status = @Status, project_name = @ProjectName, description = @Description, reference_urls = @ReferenceUrls,
                   budget_min = @BudgetMin, budget_max = @BudgetMax, desired_date = @DesiredDate, features = @Features,
                   campaign_id = @CampaignId, rejection = @Rejection, screening_overruled = @ScreeningOverruled,
                   attempts = @Attempts, triggers = @Triggers, triggered_at = @TriggeredAt, trigger_message_id = @TriggerMessageId,
                   run_id = @RunId, run_started_at = @RunStartedAt, start_key = @StartKey, lease_until = @LeaseUntil,
                   ended_run_id = @EndedRunId, ended_run_error = @EndedRunError, percent = @Percent, stage = @Stage, note = @Note,
                   analysis = @Analysis, designs = @Designs, designs_version = @DesignsVersion, deadline_at = @DeadlineAt,
                   completed_at = @CompletedAt, closed_at = @ClosedAt, updated_at = @UpdatedAt, version = version + @HasNews::int
             where id = @Id
            """,
            consultation,
            ct);

        foreach (var document in consultation.Documents)
        {
            await session.Execute(
                """
                insert into documents (id, consultation_id, type, version, markdown_hash, file_id, created_at)
                values (@Id, @ConsultationId, @Type, @Version, @MarkdownHash, @FileId, @CreatedAt)
                on conflict (id) do nothing
                """,
                new { document.Id, ConsultationId = consultation.Id, document.Type, document.Version, document.MarkdownHash, document.FileId, document.CreatedAt },
                ct);
        }

        await Record(consultation, ct);
    }

    public async Task Attach(Consultation consultation, IReadOnlyList<Guid> fileIds, CancellationToken ct)
    {
        if (fileIds.Count == 0)
            return;

        var attached = await session.Execute(
            """
            insert into attachments (consultation_id, file_id, position)
            select @Id, files.id, wanted.position
              from unnest(@FileIds) with ordinality as wanted (id, position)
              join files on files.id = wanted.id and files.owner_id = @UserId and files.purpose = 'ATTACHMENT'
               for key share of files
            on conflict do nothing
            """,
            new { consultation.Id, consultation.UserId, FileIds = fileIds.ToArray() },
            ct);
        if (attached != fileIds.Count)
            throw new InvalidFieldException("attachmentIds", "직접 올린, 아직 사용하지 않은 파일만 첨부할 수 있습니다.");
    }

    public async Task ReplaceAttachments(Consultation consultation, IReadOnlyList<Guid> fileIds, CancellationToken ct)
    {
        await session.Execute("delete from attachments where consultation_id = @Id", new { consultation.Id }, ct);
        await Attach(consultation, fileIds, ct);
    }

    public Task Add(ThreadMessage message, CancellationToken ct) =>
        session.Execute(
            """
            insert into consultation_messages (id, consultation_id, author_id, author, body, created_at)
            values (@Id, @ConsultationId, @AuthorId, @Author, @Body, @CreatedAt)
            """,
            message,
            ct);

    public Task Add(ShareLink link, CancellationToken ct) =>
        session.Execute(
            """
            insert into share_links (id, consultation_id, token_hash, created_at, expires_at)
            values (@Id, @ConsultationId, @TokenHash, @CreatedAt, @ExpiresAt)
            """,
            link,
            ct);

    public async Task<bool> RevokeLink(Consultation consultation, DateTimeOffset now, CancellationToken ct) =>
        await session.Execute(
            "update share_links set revoked_at = @now where consultation_id = @Id and revoked_at is null", new { consultation.Id, now }, ct) > 0;

    private async Task Record(Consultation consultation, CancellationToken ct)
    {
        foreach (var happened in consultation.TakeEvents())
        {
            if (happened is FreeSlotReturned returned)
                await ReturnSlot(returned, ct);
            if (happened is ConsultationEvent line)
                await Append(line, ct);

            await outbox.Write(happened, ct);
        }
    }

    private Task Append(ConsultationEvent line, CancellationToken ct) =>
        session.Execute(
            $"""
            with written as (
                insert into consultation_events (consultation_id, kind, actor, data, at)
                values (@ConsultationId, @Kind, @Actor, @Data::jsonb, @Now)
                returning consultation_id)
            select pg_notify('{Channel}', consultation_id::text) from written
            """,
            new { line.ConsultationId, line.Kind, line.Actor, Data = JsonSerializer.Serialize(line, line.GetType(), Json.Options), Now = clock.GetUtcNow() },
            ct);

    private Task ReturnSlot(FreeSlotReturned returned, CancellationToken ct) =>
        session.Execute(
            """
            with returned as (
                update slot_claims set returned_at = @Now
                 where consultation_id = @ConsultationId and campaign_id = @CampaignId and returned_at is null
                returning campaign_id)
            update campaigns set taken = taken - 1, version = version + 1, updated_at = @Now
              from returned
             where campaigns.id = returned.campaign_id
            """,
            new { returned.ConsultationId, returned.CampaignId, Now = clock.GetUtcNow() },
            ct);
}
