using System.Text.Json;
using Joonbi.Application.Mail;

namespace Joonbi.Application.Notifications;

/// <summary>What an event means to its reader: written once, told in the app and by mail.</summary>
/// <param name="Kind">By which it is switched off for e-mail.</param>
/// <param name="Title">One line: the mail's subject and heading.</param>
/// <param name="Body">The facts, in a sentence or two.</param>
/// <param name="More">What only the mail has room for.</param>
/// <param name="Button">The one thing to do.</param>
/// <param name="Path">Where that is done, below <c>FRONTEND_URL</c>.</param>
internal sealed record News(NotificationKind Kind, string Title, string Body, IReadOnlyList<string> More, string Button, string Path)
{
    public Letter ToLetter(IReadOnlyList<string> to, string? name = null) => new(
        to,
        $"[준비스튜디오] {Title}",
        Title,
        [name is null ? Body : $"{name}님, 안녕하세요.\n{Body}", .. More],
        new LetterLink(Button, Path),
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(Kind.ToString()));
}
