using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Api;

/// <summary>The program's command line, for operators and DBAs; without a command it serves.</summary>
internal static class Commands
{
    public static async Task<int> Run(string[] args)
    {
        // Options such as --urls belong to the host; a command is a plain word in front of them.
        var words = args.TakeWhile(word => !word.StartsWith('-')).ToArray();
        return words switch
        {
            [] or ["serve"] => await Server.Serve(args),
            ["migrate"] => Migrate(args[1..]),
            _ => Usage(),
        };
    }

    private static int Migrate(string[] options)
    {
        var address = Environment.GetEnvironmentVariable("MIGRATION_DATABASE_URL") ?? Environment.GetEnvironmentVariable("DATABASE_URL");
        if (string.IsNullOrEmpty(address))
            return Fail("MIGRATION_DATABASE_URL 또는 DATABASE_URL을 설정해야 합니다.");

        foreach (var name in new Migrator(DatabaseAddress.ToConnectionString(address)).Migrate())
            Console.WriteLine($"적용: {name}");

        return 0;
    }

    private static int Usage() => Fail(
        """
        사용법: Joonbi.Api [명령]
          serve                          서비스를 시작합니다 (기본)
          migrate [--plan|--script FILE|--verify]
        """);

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
