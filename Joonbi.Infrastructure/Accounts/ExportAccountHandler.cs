using Joonbi.Application.Accounts;
using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class ExportAccountHandler(ReadDb db, IMediator mediator) : IRequestHandler<ExportAccount, AccountExport?>
{
    static ExportAccountHandler()
    {
        DapperConventions.AddJson(typeof(IReadOnlyList<ThreadLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<DocumentLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<AttachmentLine>));
    }

    public async Task<AccountExport?> Handle(ExportAccount query, CancellationToken ct)
    {
        var profile = await mediator.Send(new GetProfile(query.UserId), ct);
        return profile is null ? null : new AccountExport(profile, await Consents(query, ct), await Sessions(query, ct), await Consultations(query, ct), await Payments(query, ct), await Notifications(query, ct));
    }

    private Task<IReadOnlyList<ConsentLine>> Consents(ExportAccount query, CancellationToken ct) =>
        db.Many<ConsentLine>("select id, document, version, granted, given_at as at from consents where user_id = @UserId order by id", query, ct);

    private Task<IReadOnlyList<ExportedSession>> Sessions(ExportAccount query, CancellationToken ct) =>
        db.Many<ExportedSession>(
            "select id, user_agent, ip_address, created_at, last_used_at, revoked_at from sessions where user_id = @UserId order by id",
            query,
            ct);

    private Task<IReadOnlyList<ExportedConsultation>> Consultations(ExportAccount query, CancellationToken ct) =>
        db.Many<ExportedConsultation>(
            """
            select id, kind, status, project_name, description, reference_urls, budget_min, budget_max, desired_date, features,
                   rejection, analysis, designs,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', messages.id, 'author', author, 'authorName', name, 'body', body, 'createdAt', messages.created_at)
                               order by messages.id), '[]')
                      from consultation_messages messages
                      join users on users.id = author_id
                     where consultation_id = consultations.id) as messages,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'type', type, 'version', documents.version, 'fileId', file_id, 'fileName', file_name,
                               'size', size, 'createdAt', documents.created_at) order by type, documents.version), '[]')
                      from documents
                      join files on files.id = file_id
                     where consultation_id = consultations.id) as documents,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'fileId', files.id, 'fileName', file_name, 'contentType', content_type, 'size', size) order by position), '[]')
                      from attachments
                      join files on files.id = file_id
                     where consultation_id = consultations.id) as attachments,
                   created_at, updated_at, completed_at
              from consultations
             where user_id = @UserId
             order by id
            """,
            query,
            ct);

    private Task<IReadOnlyList<ExportedPayment>> Payments(ExportAccount query, CancellationToken ct) =>
        db.Many<ExportedPayment>(
            "select id, purpose, order_name, amount, paid, refunded, status, method, created_at, paid_at from payments where user_id = @UserId order by id",
            query,
            ct);

    private Task<IReadOnlyList<ExportedNotification>> Notifications(ExportAccount query, CancellationToken ct) =>
        db.Many<ExportedNotification>(
            "select id, kind, title, body, created_at, read_at from notifications where user_id = @UserId order by id",
            query,
            ct);
}
