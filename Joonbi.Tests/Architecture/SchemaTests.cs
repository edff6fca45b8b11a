using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Domain;
using Joonbi.Domain.Accounts;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Files;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Architecture;

/// <summary>The schema as it stands in a migrated database, held against the code and against the house's rules.</summary>
internal sealed partial class SchemaTests : ApiTest
{
    [Test]
    public void Migrations_are_numbered_without_gaps()
    {
        var names = MigrationScripts.All.Select(script => script.Name).ToList();
        Assert.That(names, Has.All.Match("^[0-9]{4}_[a-z0-9_]+[.]sql$"));
        Assert.That(names.Select(name => int.Parse(name[..4])), Is.EqualTo(Enumerable.Range(1, names.Count)));
    }

    [Test]
    public async Task Every_foreign_key_has_an_index() =>
        Assert.That(
            await App.Sql<string>(
                """
                select string_agg(c.conrelid::regclass || '.' || a.attname, ', ')
                  from pg_constraint c
                  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                 where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                   and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
                """),
            Is.Null);

    [TestCase("consultations", "kind", typeof(ConsultationKind))]
    [TestCase("consultations", "status", typeof(ConsultationStatus))]
    [TestCase("documents", "type", typeof(DocumentType))]
    [TestCase("files", "purpose", typeof(FilePurpose))]
    [TestCase("consultation_events", "actor", typeof(Actor))]
    [TestCase("outbox", "lane", typeof(Application.Lane))]
    [TestCase("payments", "purpose", typeof(Domain.Payments.PaymentPurpose))]
    [TestCase("payments", "status", typeof(Domain.Payments.PaymentStatus))]
    [TestCase("refunds", "cause", typeof(Domain.Payments.RefundCause))]
    [TestCase("refunds", "status", typeof(Domain.Payments.RefundStatus))]
    [TestCase("payment_flags", "reason", typeof(Domain.Payments.FlagReason))]
    [TestCase("ledger_entries", "kind", typeof(Domain.Payments.LedgerKind))]
    [TestCase("webhook_deliveries", "source", typeof(Application.WebhookSource))]
    [TestCase("users", "role", typeof(UserRole))]
    [TestCase("consents", "document", typeof(ConsentDocument))]
    [TestCase("sessions", "revoked_why", typeof(SessionEnd))]
    [TestCase("email_tokens", "purpose", typeof(Application.Accounts.MailLinkPurpose))]
    public async Task Enums_equal_their_checks(string table, string column, Type type)
    {
        var check = await App.Sql<string>(
            """
            select pg_get_constraintdef(c.oid) from pg_constraint c
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
             where c.contype = 'c' and c.conrelid = @table::regclass and a.attname = @column and cardinality(c.conkey) = 1
            """,
            new { table, column });
        var allowed = QuotedWord().Matches(check!).Select(match => match.Groups[1].Value);
        Assert.That(allowed, Is.EquivalentTo(Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)));
    }

    [Test]
    public async Task The_programs_role_can_change_neither_the_schema_nor_the_record_of_what_was_done()
    {
        foreach (var forbidden in new[] { "create table intruder (id int)", "alter table users add intruder int", "update audit_log set action = ''", "delete from audit_log", "delete from consultation_events", "update ledger_entries set amount = 0", "delete from ledger_entries", "delete from refunds", "delete from payments", "drop table outbox" })
        {
            var refused = Assert.ThrowsAsync<Npgsql.PostgresException>(() => AsTheProgram(forbidden), forbidden);
            Assert.That(refused!.SqlState, Is.EqualTo("42501"), forbidden);
        }

        await AsTheProgram("select count(*) from audit_log");
    }

    [TestCaseSource(nameof(Events))]
    public void Every_event_survives_JSON(Type type)
    {
        var happened = Sample(type);
        var text = JsonSerializer.Serialize(happened, type, Json.Options);
        Assert.That(JsonSerializer.Deserialize(text, type, Json.Options), Is.EqualTo(happened));
    }

    private static IEnumerable<Type> Events() =>
        typeof(IDomainEvent).Assembly.GetTypes().Concat(typeof(Application.IUnitOfWork).Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDomainEvent)));

    private static object Sample(Type type) =>
        type.GetConstructors().Single(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != type))
            .Invoke([.. type.GetConstructors().Single(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != type)).GetParameters().Select(parameter => Value(parameter.ParameterType))]);

    private static object? Value(Type type) =>
        type == typeof(string) ? "글"
        : type == typeof(Guid) ? Guid.Parse("01900000-0000-7000-8000-000000000001")
        : type == typeof(DateTimeOffset) ? JoonbiApp.Epoch
        : type == typeof(int) ? 7
        : type == typeof(long) ? 8L
        : type == typeof(bool) ? true
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)
        : null;

    private static async Task AsTheProgram(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_app")));
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("'([A-Z_]+)'")]
    private static partial Regex QuotedWord();
}
