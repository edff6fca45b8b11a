using System.Security.Cryptography;
using System.Text;
using Joonbi.Application;
using Joonbi.Application.Files;
using Joonbi.Domain;
using Joonbi.Domain.Files;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Files;

/// <summary>Files that are there already: bytes in the store and their rows.</summary>
internal static class Stored
{
    public static readonly byte[] Content = Encoding.ASCII.GetBytes("%PDF-1.7 0123456789");

    public static Task<Guid> Upload(TestUser owner, string name = "메뉴판.pdf") => Add(owner.Id, FilePurpose.Attachment, name);

    public static async Task<Guid> Attachment(TestUser owner, Guid consultation, string name = "메뉴판.pdf")
    {
        var file = await Upload(owner, name);
        await ApiTest.App.Execute("insert into attachments (consultation_id, file_id, position) values (@consultation, @file, 1)", new { consultation, file });
        return file;
    }

    public static async Task<Guid> Document(Guid consultation, string name = "동네빵집 견적서 v1.pdf")
    {
        var app = ApiTest.App;
        var file = await Add(null, FilePurpose.Document, name);
        await app.Execute(
            """
            insert into documents (id, consultation_id, type, version, markdown_hash, file_id, created_at)
            select @file, @consultation, 'QUOTATION', 1 + count(*), sha256('md'), @file, @now from documents where consultation_id = @consultation
            """,
            new { file, consultation, now = app.Clock.GetUtcNow() });
        return file;
    }

    /// <summary>An open link to the consultation; gives its token.</summary>
    public static async Task<string> Link(Guid consultation)
    {
        var app = ApiTest.App;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await app.Execute(
            """
            insert into share_links (id, consultation_id, token_hash, created_at, expires_at)
            values (@id, @consultation, sha256(@token::bytea), @now, @now + interval '30 days')
            """,
            new { id = app.Services.GetRequiredService<IRandomSource>().NextId(), consultation, token = Encoding.UTF8.GetBytes(token), now = app.Clock.GetUtcNow() });
        return token;
    }

    private static async Task<Guid> Add(Guid? owner, FilePurpose purpose, string name)
    {
        var app = ApiTest.App;
        return await app.InScope(async services =>
        {
            var bytes = await services.GetRequiredService<IFileStore>().Save(new MemoryStream(Content), 1_000_000, default);
            var file = new StoredFile(
                services.GetRequiredService<IRandomSource>().NextId(), owner, purpose, bytes.Key, name, "application/pdf", bytes.Size, bytes.Sha256, app.Clock.GetUtcNow());
            await services.GetRequiredService<IFileRepository>().Add(file, default);
            await services.GetRequiredService<IUnitOfWork>().Commit(default);
            return file.Id;
        });
    }
}
