using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Signs a customer up and mails the link that proves the address.</summary>
public sealed record RegisterCustomer(Registration Registration) : ICommand<Guid>;

/// <summary>What a person gives to have an account.</summary>
/// <param name="Email">Unique without regard to case.</param>
/// <param name="Password">At least ten characters, not a common one, without the own name or address in it.</param>
/// <param name="Name">What we call them.</param>
/// <param name="Phone">A Korean number, or none.</param>
/// <param name="Consents">What they agree to.</param>
public sealed record Registration(string Email, string Password, string Name, string? Phone, ConsentChoices Consents);

/// <summary>The versions of what a person has read and agrees to.</summary>
/// <param name="TermsVersion">이용약관: required.</param>
/// <param name="PrivacyVersion">개인정보 처리방침.</param>
/// <param name="MarketingVersion">광고성 정보 수신.</param>
public sealed record ConsentChoices(string TermsVersion, string? PrivacyVersion, string? MarketingVersion)
{
    internal IEnumerable<(ConsentDocument Document, string Version)> Given()
    {
        yield return (ConsentDocument.Terms, TermsVersion);
        if (PrivacyVersion is not null)
            yield return (ConsentDocument.Privacy, PrivacyVersion);
        if (MarketingVersion is not null)
            yield return (ConsentDocument.Marketing, MarketingVersion);
    }
}

internal sealed class RegistrationValidator : AbstractValidator<Registration>
{
    public RegistrationValidator()
    {
        RuleFor(given => given.Email).NewEmail();
        RuleFor(given => given.Password).NewPassword();
        RuleFor(given => given.Name).NotEmpty().PersonName();
        RuleFor(given => given.Phone).KoreanPhone();
        RuleFor(given => given.Consents).SetValidator(new ConsentChoicesValidator());
    }
}

internal sealed class ConsentChoicesValidator : AbstractValidator<ConsentChoices>
{
    public ConsentChoicesValidator()
    {
        RuleFor(choices => choices.TermsVersion).NotEmpty().DocumentVersion();
        RuleFor(choices => choices.PrivacyVersion).DocumentVersion();
        RuleFor(choices => choices.MarketingVersion).DocumentVersion();
    }
}

internal sealed class RegisterCustomerHandler(
    IUserRepository users,
    IMailLinks links,
    IPasswords passwords,
    IRandomSource random,
    AccountPolicy policy,
    TimeProvider clock) : IRequestHandler<RegisterCustomer, Guid>
{
    public async Task<Guid> Handle(RegisterCustomer command, CancellationToken ct)
    {
        var given = command.Registration;
        var (email, name) = (EmailAddress.Normalise(given.Email), given.Name.Trim());
        if (PasswordRules.Complaint(given.Password, email, name) is { } complaint)
            throw new InvalidFieldException("password", complaint);

        var hash = await passwords.Hash(given.Password, ct);
        var now = clock.GetUtcNow();
        var user = User.Register(random.NextId(), email, hash, name, PhoneNumber.OrNone(given.Phone), now);
        var link = random.NextId();
        user.AskToVerify(link);
        await users.Add(user, [.. given.Consents.Given().Select(given => new Consent(random.NextId(), user.Id, given.Document, given.Version, true, now))], ct);
        await links.TryIssue(link, user.Id, MailLinkPurpose.VerifyEmail, policy.VerifyLife, TimeSpan.Zero, ct);
        return user.Id;
    }
}
