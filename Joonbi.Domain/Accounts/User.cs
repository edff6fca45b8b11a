namespace Joonbi.Domain.Accounts;

/// <summary>What a person may do.</summary>
public enum UserRole
{
    /// <summary>Own things only.</summary>
    Customer,

    /// <summary>A person of the studio.</summary>
    Admin,
}

/// <summary>A person with an account.</summary>
public sealed class User : Aggregate
{
    /// <summary>A rule of the business.</summary>
    public const int MaxName = 100;

    private User() { }

    /// <summary>Version 7 UUID.</summary>
    public Guid Id { get; private set; }

    /// <summary>Normalised by <see cref="EmailAddress"/>; unique among accounts that are not deleted.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Null: nobody can log in.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>1–100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Digits only, or none.</summary>
    public string? Phone { get; private set; }

    /// <summary>CUSTOMER or ADMIN.</summary>
    public UserRole Role { get; private set; }

    /// <summary>When the mailed link was used; null until then.</summary>
    public DateTimeOffset? EmailVerifiedAt { get; private set; }

    /// <summary>Since when mail does not reach the address; null while it does, as far as we know.</summary>
    public DateTimeOffset? MailFailedAt { get; private set; }

    /// <summary>One more with each change.</summary>
    public int Version { get; private set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When its person left; null while it is in use.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>A customer signs up.</summary>
    public static User Register(Guid id, string email, string passwordHash, string name, string? phone, DateTimeOffset now) => new()
    {
        Id = id,
        Email = email,
        PasswordHash = passwordHash,
        Name = name,
        Phone = phone,
        Role = UserRole.Customer,
        Version = 1,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>The operator names an admin, whose address needs no proof.</summary>
    public static User Appoint(Guid id, string email, string passwordHash, string name, DateTimeOffset now)
    {
        var admin = Register(id, email, passwordHash, name, null, now);
        (admin.Role, admin.EmailVerifiedAt) = (UserRole.Admin, now);
        return admin;
    }

    /// <summary>Somebody at the address is asked to prove it.</summary>
    public void AskToVerify(Guid linkId) => Raise(new EmailVerificationAsked(Id, linkId));

    /// <summary>Somebody at the address has proved it; the first time counts.</summary>
    public void VerifyEmail(DateTimeOffset now)
    {
        EmailVerifiedAt ??= now;
        Touch(now);
    }

    /// <summary>Replaces what the person may change freely.</summary>
    public void ChangeProfile(string name, string? phone, DateTimeOffset now)
    {
        (Name, Phone) = (name, phone);
        Touch(now);
    }

    /// <summary>Agrees to a document, or no longer.</summary>
    /// <exception cref="RuleViolationException"><c>CONSENT_REQUIRED</c>: without the terms there is no account.</exception>
    public void Decide(ConsentDocument document, bool granted, DateTimeOffset now)
    {
        if (!granted && document is not ConsentDocument.Marketing)
            throw new RuleViolationException("CONSENT_REQUIRED", "서비스 이용에 꼭 필요한 동의입니다. 철회하시려면 회원 탈퇴를 이용해 주세요.");

        Touch(now);
        if (document is ConsentDocument.Marketing)
            Raise(new MarketingConsentChanged(Id, granted));
    }

    /// <summary>A link is on its way to the address that the person wants.</summary>
    public void AskToChangeEmail(Guid linkId) => Raise(new EmailChangeAsked(Id, linkId));

    /// <summary>Somebody at the new address has proved it.</summary>
    public void ChangeEmail(string email, Guid linkId, DateTimeOffset now)
    {
        (Email, EmailVerifiedAt, MailFailedAt) = (email, now, null);
        Touch(now);
        Raise(new EmailChanged(Id, linkId));
    }

    /// <summary>A mail came back, or was called spam; told once until one arrives again.</summary>
    public void MailFailed(bool complaint, DateTimeOffset now)
    {
        if (MailFailedAt is not null)
            return;

        MailFailedAt = now;
        Touch(now);
        Raise(new MailFailed(Id, complaint));
    }

    /// <summary>A mail lies in the mailbox.</summary>
    public void MailArrived(DateTimeOffset now)
    {
        if (MailFailedAt is null)
            return;

        MailFailedAt = null;
        Touch(now);
    }

    /// <summary>The mailed link that sets a new password is on its way.</summary>
    public void AskToReset(Guid linkId) => Raise(new PasswordResetAsked(Id, linkId));

    /// <summary>Sets another password.</summary>
    public void ChangePassword(string passwordHash, DateTimeOffset now)
    {
        PasswordHash = passwordHash;
        Touch(now);
        Raise(new PasswordChanged(Id));
    }

    /// <summary>The password that was proved is still the one: between the proof and the lock it may have been changed.</summary>
    public void Require(string provedHash)
    {
        if (PasswordHash != provedHash)
            throw new ConflictException("PASSWORD_CHANGED", "그 사이에 비밀번호가 변경되었습니다. 다시 시도해 주세요.");
    }

    /// <summary>Makes the person an admin, or no longer one.</summary>
    /// <param name="role">What they are from now on.</param>
    /// <param name="admins">Who is an admin now, locked.</param>
    /// <param name="now">The time.</param>
    public void ChangeRole(UserRole role, IReadOnlyList<Guid> admins, DateTimeOffset now)
    {
        if (role is not UserRole.Admin)
            LeaveAnAdmin(admins);

        Role = role;
        Touch(now);
    }

    /// <summary>The person leaves. What remains names nobody: no address, since there is no "@" in it.</summary>
    /// <param name="admins">Who is an admin now, locked.</param>
    /// <param name="now">The time.</param>
    public void Delete(IReadOnlyList<Guid> admins, DateTimeOffset now)
    {
        LeaveAnAdmin(admins);
        (Email, Name, Phone, PasswordHash) = ($"deleted-{Id}", "탈퇴한 고객", null, null);
        (Role, EmailVerifiedAt, MailFailedAt, DeletedAt) = (UserRole.Customer, null, null, now);
        Touch(now);
    }

    /// <summary>The same password, hashed as strongly as is asked today.</summary>
    public void Rehash(string passwordHash) => PasswordHash = passwordHash;

    /// <summary>What everyone hears who asks for one that does not exist.</summary>
    public static NotFoundException NotFound() => new("USER_NOT_FOUND", "사용자를 찾을 수 없습니다.");

    private void LeaveAnAdmin(IReadOnlyList<Guid> admins)
    {
        if (admins is [var last] && last == Id)
            throw new ConflictException("LAST_ADMIN", "마지막 관리자입니다. 다른 관리자를 먼저 지정해 주세요.");
    }

    private void Touch(DateTimeOffset now) => (Version, UpdatedAt) = (Version + 1, now);
}
