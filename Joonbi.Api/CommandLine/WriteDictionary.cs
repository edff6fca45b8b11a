using Joonbi.Api.Configuration;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Api.CommandLine;

/// <summary><c>dictionary --output DIR</c>: what <c>psql -At -f db/dictionary.sql</c> says of a database, for those without psql.</summary>
internal static class WriteDictionary
{
    public static int Run(string[] options, TextWriter output, TextWriter errors)
    {
        var settings = MigrationSettings.FromEnvironment(out var complaint);
        if (options is not ["--output", var folder])
            complaint = "dictionary --output DIR";
        else if (complaint is null)
            return Write(settings.ConnectionString, folder, output, errors);

        errors.WriteLine(complaint);
        return 1;
    }

    private static int Write(string connectionString, string folder, TextWriter output, TextWriter errors)
    {
        try
        {
            foreach (var (file, text) in new DataDictionary(connectionString).Pages())
            {
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, file), text);
                output.WriteLine($"{file} 파일을 썼습니다.");
            }

            return 0;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(exception.Message);
            return 1;
        }
    }
}
