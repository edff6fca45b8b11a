using Joonbi.Api.OpenApi;
using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Application.Files;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Files;

/// <summary>Everything that is sent as bytes: whoever may have a file finds it under the thing that gives the right to it.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/files").RequireAuthorization(Policies.Customer).WithTags("파일");
        own.MapPost("/", Upload).Once().WithName("uploadFile").WithSummary("파일 올리기 (multipart/form-data의 file 하나)")
            .WithMetadata(new FileBody(), new RequestSizeLimitAttribute(Policy(api).MaxFileSize + IncomingFile.MaxFrame))
            .RequireRateLimiting(RateLimits.Upload);
        own.MapDelete("/{id:guid}", Delete).WithName("deleteFile").WithSummary("첨부하지 않은 파일 지우기");
        own.MapContent("/{id:guid}/content", GetOwn).WithName("getFileContent").WithSummary("내가 올린 파일 내려받기");

        var consultations = api.MapGroup("/consultations/{id:guid}/files").RequireAuthorization(Policies.Customer).WithTags("파일");
        consultations.MapGet("/", List).WithName("listConsultationFiles").WithSummary("상담의 문서(모든 판)와 첨부 파일 목록");
        consultations.MapContent("/{fileId:guid}/content", GetOfConsultation).WithName("getConsultationFileContent").WithSummary("상담의 문서나 첨부 파일 내려받기");

        var shared = api.MapGroup("/shared/{token}/files").WithTags("파일");
        shared.MapContent("/{fileId:guid}/content", GetShared).WithName("getSharedFileContent").WithSummary("공유된 상담의 문서 내려받기");

        var studio = api.MapGroup("/admin/consultations/{id:guid}/files").RequireAuthorization(Policies.Admin).WithTags("관리자: 상담");
        studio.MapContent("/{fileId:guid}/content", GetForStudio).WithName("inspectConsultationFile").WithSummary("고객 상담의 문서나 첨부 파일 내려받기");

        var agent = api.MapGroup("/internal/files").RequireAuthorization(Policies.Clawdbot).WithTags("internal");
        agent.MapContent("/{id:guid}/content", GetForAgent).WithName("getAttachmentContent").WithSummary("고객이 첨부한 파일 내려받기");
    }

    /// <summary>
    /// A download answers HEAD too: download managers ask for size and ranges first. The document shows GET alone, and only the
    /// group can demand a policy, so that both have the same.
    /// </summary>
    private static RouteHandlerBuilder MapContent(this RouteGroupBuilder group, string pattern, Delegate handler)
    {
        group.MapMethods(pattern, [HttpMethods.Head], handler).ExcludeFromDescription();
        return group.MapGet(pattern, handler);
    }

    private static UploadPolicy Policy(IEndpointRouteBuilder api) => api.ServiceProvider.GetRequiredService<UploadPolicy>();

    private static async Task<Created<UploadedFile>> Upload(HttpRequest request, CurrentUser user, UploadPolicy policy, IMediator mediator, CancellationToken ct)
    {
        await using var file = await IncomingFile.Begin(request, policy.MaxFileSize, ct);
        var uploaded = await mediator.Send(new UploadFile(user.Id, file.Name, file), ct);
        return TypedResults.Created($"/api/files/{uploaded.Id}/content", uploaded);
    }

    private static async Task<NoContent> Delete(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteFile(id, user.Id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<FileContent> GetOwn(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetOwnFile(id, user.Id), ct) ?? throw StoredFile.NotFound());

    private static async Task<Ok<ConsultationFiles>> List(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListConsultationFiles(id, user.Id), ct) ?? throw Consultation.NotFound());

    private static async Task<FileContent> GetOfConsultation(Guid id, Guid fileId, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetConsultationFile(id, fileId, user.Id), ct) ?? throw StoredFile.NotFound());

    private static async Task<FileContent> GetShared(string token, Guid fileId, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetSharedFile(token, fileId), ct) ?? throw StoredFile.NotFound());

    private static async Task<FileContent> GetForStudio(Guid id, Guid fileId, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new InspectConsultationFile(id, fileId), ct) ?? throw StoredFile.NotFound());

    private static async Task<FileContent> GetForAgent(Guid id, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetAttachment(id), ct) ?? throw StoredFile.NotFound(), byLink: false);
}
