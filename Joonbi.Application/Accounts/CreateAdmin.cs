using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Makes an admin, from the command line: whoever may run the program there needs no further proof.</summary>
public sealed record CreateAdmin(NewAdmin Admin) : ICommand<Guid>;

/// <summary>Who it is.</summary>
public sealed record NewAdmin(string Email, string Password, string Name);

internal sealed class NewAdminValidator : AbstractValidator<NewAdmin>
{
    public NewAdminValidator()
    {
        RuleFor(admin => admin.Email).NewEmail();
        RuleFor(admin => admin.Password).NewPassword();
        RuleFor(admin => admin.Name).NotEmpty().PersonName();
    }
}

internal sealed class CreateAdminHandler(IUserRepository users, IPasswords passwords, IRandomSource random, TimeProvider clock) : IRequestHandler<CreateAdmin, Guid>
{
    public async Task<Guid> Handle(CreateAdmin command, CancellationToken ct)
    {
        var (email, name) = (EmailAddress.Normalise(command.Admin.Email), command.Admin.Name.Trim());
        if (PasswordRules.Complaint(command.Admin.Password, email, name) is { } complaint)
            throw new InvalidFieldException("password", complaint);

        var admin = User.Appoint(random.NextId(), email, await passwords.Hash(command.Admin.Password, ct), name, clock.GetUtcNow());
        await users.Add(admin, [], ct);
        return admin.Id;
    }
}
