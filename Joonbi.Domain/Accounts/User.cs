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

    /// <summary>Somebody at the address is asked to prove it.</summary>
    public void AskToVerify(Guid linkId) => Raise(new EmailVerificationAsked(Id, linkId));

    /// <summary>Somebody at the address has proved it; the first time counts.</summary>
    public void VerifyEmail(DateTimeOffset now) => (EmailVerifiedAt, UpdatedAt) = (EmailVerifiedAt ?? now, now);

    /// <summary>The same password, hashed as strongly as is asked today.</summary>
    public void Rehash(string passwordHash) => PasswordHash = passwordHash;

    /// <summary>What everyone hears who asks for one that does not exist.</summary>
    public static NotFoundException NotFound() => new("USER_NOT_FOUND", "사용자를 찾을 수 없습니다.");
}
