using Joonbi.Domain;

namespace Joonbi.Application.Accounts;

/// <summary>The one answer to whoever wants an address that has an account.</summary>
public static class EmailTaken
{
    /// <summary><c>EMAIL_TAKEN</c>.</summary>
    public static ConflictException Create() => new("EMAIL_TAKEN", "이미 가입된 이메일 주소입니다.");
}
