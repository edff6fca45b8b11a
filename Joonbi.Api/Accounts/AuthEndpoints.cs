using Joonbi.Api.Security;
using Joonbi.Application.Accounts;
using Joonbi.Domain;
using Joonbi.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Accounts;

/// <summary>The way in: open to all, and never telling whether an address has an account, but to whoever registers it.</summary>
internal static class AuthEndpoints
{
    public static void MapAuthentication(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/auth").WithTags("인증");
        group.MapPost("/register", Register).RequireRateLimiting(RateLimits.Register).WithName("registerCustomer").WithSummary("회원 가입");
        group.MapPost("/verify-email", Verify).RequireRateLimiting(RateLimits.Login).WithName("verifyEmail").WithSummary("메일의 링크로 이메일 주소 확인");
        group.MapPost("/verify-email/resend", Resend).RequireAuthorization(Policies.Customer).WithName("resendVerification").WithSummary("이메일 주소 확인 메일 다시 보내기");
        group.MapPost("/change-email", ChangeEmail).RequireRateLimiting(RateLimits.Login).WithName("confirmEmailChange").WithSummary("메일의 링크로 이메일 주소 변경 (모든 기기에서 로그아웃됩니다)");
        group.MapPost("/login", Login).RequireRateLimiting(RateLimits.Login).ProducesProblem(StatusCodes.Status401Unauthorized).WithName("logIn").WithSummary("로그인");
        group.MapPost("/refresh", Refresh).ProducesProblem(StatusCodes.Status401Unauthorized).WithName("refreshSession").WithSummary("새 접근 토큰 받기");
        group.MapPost("/logout", Logout).WithName("logOut").WithSummary("로그아웃");
        group.MapPost("/forgot-password", Forgot).RequireRateLimiting(RateLimits.Register).WithName("forgotPassword").WithSummary("비밀번호를 다시 정할 메일 받기 (주소가 있는지는 알려 주지 않습니다)");
        group.MapPost("/reset-password", Reset).RequireRateLimiting(RateLimits.Register).WithName("resetPassword").WithSummary("메일의 링크로 비밀번호 다시 정하기 (모든 기기에서 로그아웃됩니다)");
        group.MapGet("/me", Me).RequireAuthorization(Policies.Customer).WithName("getCurrentUser").WithSummary("로그인한 사람");
    }

    private static async Task<Created<Me>> Register(Registration registration, IMediator mediator, CancellationToken ct) =>
        TypedResults.Created("/api/users/me", await MeOf(await mediator.Send(new RegisterCustomer(registration), ct), mediator, ct));

    private static async Task<NoContent> Verify(MailedToken link, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new VerifyEmail(link), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChangeEmail(MailedToken link, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeEmail(link), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Resend(CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ResendVerification(user.Id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Tokens>> Login(Credentials credentials, Caller caller, HttpResponse response, SignIn signIn, IMediator mediator, CancellationToken ct)
    {
        var signedIn = await mediator.Send(new LogIn(credentials, caller.Device), ct)
            ?? throw new UnauthenticatedException("LOGIN_FAILED", "이메일 주소 또는 비밀번호가 올바르지 않습니다.");
        return TypedResults.Ok(await signIn.Answer(signedIn, credentials.Client ?? ClientKind.App, response, ct));
    }

    private static async Task<Ok<Tokens>> Refresh(HeldToken? held, HttpRequest request, RefreshCookie cookie, Caller caller, SignIn signIn, IMediator mediator, CancellationToken ct)
    {
        var token = held?.RefreshToken ?? cookie.Read(request);
        var signedIn = token is null ? null : await mediator.Send(new RefreshSession(token, caller.Device), ct);
        if (signedIn is not null)
            return TypedResults.Ok(await signIn.Answer(signedIn, held?.RefreshToken is null ? ClientKind.Browser : ClientKind.App, request.HttpContext.Response, ct));

        cookie.Clear(request.HttpContext.Response);
        throw new UnauthenticatedException("REFRESH_TOKEN_INVALID", "로그인이 만료되었습니다. 다시 로그인해 주세요.");
    }

    private static async Task<NoContent> Logout(HeldToken? held, HttpRequest request, RefreshCookie cookie, IMediator mediator, CancellationToken ct)
    {
        var user = request.HttpContext.User.Identity?.IsAuthenticated is true ? CurrentUser.Of(request.HttpContext.User) : null;
        await mediator.Send(new LogOut(held?.RefreshToken ?? cookie.Read(request), user is null ? null : (user.Id, user.SessionId)), ct);
        cookie.Clear(request.HttpContext.Response);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Forgot(ForgottenPassword forgotten, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AskForReset(forgotten), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Reset(PasswordReset reset, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ResetPassword(reset), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Me>> Me(CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await MeOf(user.Id, mediator, ct));

    private static async Task<Me> MeOf(Guid userId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMe(userId), ct) ?? throw User.NotFound();
}
