using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Accounts;

/// <summary>A signed-in person's own account.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/users/me").RequireAuthorization(Policies.Customer).WithTags("내 계정");
        group.MapGet("/", Get).WithName("getProfile").WithSummary("내 계정 정보");
        group.MapPatch("/", Change).WithName("changeProfile").WithSummary("이름이나 전화번호 수정");
        group.MapDelete("/", Delete).WithName("deleteAccount").WithSummary("회원 탈퇴 (개인정보를 지우고 진행 중인 상담을 취소합니다)");
        group.MapGet("/export", Export).WithName("exportAccount").WithSummary("내 정보 모두 내려받기 (JSON)");
        group.MapPatch("/password", Password).WithName("changePassword").WithSummary("비밀번호 변경 (다른 기기에서는 로그아웃됩니다)");
        group.MapPatch("/email", Email).RequireRateLimiting(RateLimits.Register).WithName("changeEmail").WithSummary("이메일 주소 변경 신청: 새 주소로 보낸 링크를 누르면 바뀝니다");
        group.MapGet("/consents", Consents).WithName("listConsents").WithSummary("동의와 철회의 내역");
        group.MapPut("/consents", Decide).WithName("decideConsent").WithSummary("약관의 새 버전이나 광고성 정보 수신에 동의, 또는 version을 비워 철회 (광고성 정보 수신만; 나머지는 탈퇴로)");
        group.MapGet("/sessions", Sessions).WithName("listSessions").WithSummary("로그인된 기기 목록");
        group.MapDelete("/sessions/{id:guid}", EndSession).WithName("endSession").WithSummary("로그인된 기기 하나를 로그아웃");
    }

    private static async Task<Versioned<Profile>> Get(CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var profile = await mediator.Send(new GetProfile(user.Id), ct) ?? throw User.NotFound();
        return new(profile, profile.Version);
    }

    private static async Task<Versioned<Profile>> Change(
        [FromHeader(Name = "If-Match")] string? ifMatch, ProfileChange change, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeProfile(user.Id, EntityTag.Demanded(ifMatch), change), ct);
        return await Get(user, mediator, ct);
    }

    private static async Task<NoContent> Delete([FromBody] Farewell farewell, CurrentUser user, Caller caller, RefreshCookie cookie, HttpResponse response, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteAccount(user.Id, caller.Device, farewell), ct);
        cookie.Clear(response);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AccountExport>> Export(CurrentUser user, HttpResponse response, IMediator mediator, CancellationToken ct)
    {
        var export = await mediator.Send(new ExportAccount(user.Id), ct) ?? throw User.NotFound();
        response.Headers.ContentDisposition = "attachment; filename=\"joonbi-account.json\"";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(export);
    }

    private static async Task<NoContent> Password(PasswordChange change, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangePassword(user.Id, user.SessionId, caller.Device, change), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> Email(EmailChange change, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AskForEmailChange(user.Id, caller.Device, change), ct);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Ok<Page<ConsentLine>>> Consents([AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListConsents(user.Id, page), ct));

    private static async Task<Versioned<Profile>> Decide(ConsentDecision decision, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DecideConsent(user.Id, decision), ct);
        return await Get(user, mediator, ct);
    }

    private static async Task<Ok<Page<SessionLine>>> Sessions([AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListSessions(user.Id, user.SessionId, page), ct));

    private static async Task<NoContent> EndSession(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndSession(id, user.Id), ct);
        return TypedResults.NoContent();
    }
}
