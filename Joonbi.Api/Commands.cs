using Joonbi.Api.CommandLine;

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
            [] or ["serve"] => await Server.Serve(args[words.Length..]),
            ["migrate"] => Migrate.Run(args[1..], Console.Out, Console.Error),
            ["dictionary"] => WriteDictionary.Run(args[1..], Console.Out, Console.Error),
            ["openapi"] => await WriteOpenApi.Run(args[1..]),
            ["admin", "create"] => await AdminCreate.Run(args[2..], Console.IsInputRedirected ? Console.In : null, Console.Out, Console.Error),
            ["files", "move"] => await FilesMove.Run(args[2..], Console.Out, Console.Error),
            ["health"] => await HealthCheck.Run(Console.Out),
            ["config", "check"] => ConfigCheck.Run(args[2..], Console.Out),
            _ => Usage(),
        };
    }

    private static int Usage()
    {
        Console.Error.WriteLine(
            """
            사용법: Joonbi.Api [명령]
              serve                    서비스를 시작합니다 (기본)
              migrate                  데이터베이스를 이 버전의 구조로 만듭니다
                --plan                 무엇을 실행할지 보여 주기만 합니다
                --script FILE          DBA가 직접 실행할 SQL 파일 하나를 씁니다
                --verify               이미 적용한 스크립트가 바뀌지 않았는지 확인합니다
              dictionary --output DIR  데이터베이스의 주석에서 데이터 사전과 ERD를 씁니다
              admin create --email E   관리자를 만듭니다. 비밀번호는 표준 입력으로 주거나, 만들어 한 번 보여 줍니다
                --name N               관리자의 이름
              files move --to s3       모든 파일을 S3로 옮깁니다 (local: 다시 이 서버로). 서비스가 도는 동안 실행하고, 끊기면 다시 실행합니다
              openapi --output FILE    API 문서를 파일로 씁니다 (데이터베이스 없이)
              health                   이 컴퓨터의 서비스가 요청을 받을 수 있는지 묻습니다 (컨테이너의 상태 확인)
              config check             모든 설정과 그 출처, 올바른지를 보여 줍니다
            """);
        return 64;
    }
}
