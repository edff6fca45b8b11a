import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const scratch = mkdtempSync(join(tmpdir(), 'joonbi-deploy-'));
after(() => rmSync(scratch, { recursive: true }));

/** Stands in for the tools that would reach AWS: writes down what it was asked, answers what AWS would. */
const tool = (name: string) => `#!/bin/sh
echo "${name} $*" >>"$CALLS"
case "${name} $*" in
  *"get-caller-identity"*) echo 111111111111 ;;
  *"describe-images"*) exit 1 ;;
  *"run-task"*) echo arn:task ;;
  *"describe-tasks"*) echo "\${EXIT_CODE:-0}" ;;
  *"describe-stacks"*) echo value ;;
esac
`;

/** Runs deploy.sh in a repository of its own, and tells what it asked for, in order. */
function deploy(about: { exitCode?: string; dirty?: boolean } = {}, ...args: string[]) {
  const folder = mkdtempSync(join(scratch, 'run-'));
  const [bin, repository, calls] = [join(folder, 'bin'), join(folder, 'joonbi'), join(folder, 'calls')];
  mkdirSync(bin);
  mkdirSync(join(repository, 'deploy/aws/node_modules'), { recursive: true });
  mkdirSync(join(repository, 'web'));
  for (const file of ['deploy.sh', 'cdk.json']) {
    cpSync(join(__dirname, '..', file), join(repository, 'deploy/aws', file));
  }
  for (const name of ['aws', 'docker', 'npm', 'npx']) {
    writeFileSync(join(bin, name), tool(name));
    chmodSync(join(bin, name), 0o755);
  }
  const git = (...words: string[]) => spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@joonbi.test', ...words], { cwd: repository });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'x');
  if (about.dirty) {
    writeFileSync(join(repository, 'deploy/aws/cdk.json'), '{}');
  }
  const ended = spawnSync('bash', ['deploy/aws/deploy.sh', ...args], {
    cwd: repository, encoding: 'utf8', env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, CALLS: calls, EXIT_CODE: about.exitCode ?? '0' },
  });
  return { code: ended.status, said: ended.stdout + ended.stderr, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
}

const order = (calls: string[], ...patterns: RegExp[]) => patterns.map(pattern => calls.findIndex(call => pattern.test(call)));

test('a new version is pushed, saved from, migrated to, and only then served', () => {
  const { code, said, calls } = deploy({}, '-c', 'size=medium');
  assert.equal(code, 0, said);
  const places = order(calls, /^docker buildx build --platform linux\/arm64 .*--push/, /cdk deploy .* JoonbiMigration$/, /create-db-snapshot/, /wait db-snapshot-available/, /run-task .*joonbi-migrate/, /cdk deploy .* JoonbiApi$/, /wait services-stable/, /cdk deploy .* JoonbiWeb$/, /s3 sync web\/dist\/assets .*immutable/, /s3 sync .*--include \*\.html .*no-cache/, /create-invalidation/);
  assert.deepEqual(places, [...places].sort((a, b) => a - b), calls.join('\n'));
  assert.ok(places.every(place => place >= 0), calls.join('\n'));
  assert.ok(calls.filter(call => call.includes('cdk deploy')).every(call => /-c size=medium .*-c imageTag=[0-9a-f]{12} /.test(call)));
  assert.equal(calls.some(call => call.includes('joonbi-init')), false);
});

test('a migration that fails leaves the old version serving', () => {
  const { code, said, calls } = deploy({ exitCode: '1' });
  assert.equal(code, 1);
  assert.match(said, /joonbi-migrate 이\(가\) 1 로 끝났습니다/);
  assert.deepEqual(calls.filter(call => /JoonbiApi|JoonbiWeb|s3 sync/.test(call)), []);
});

test('the first time makes the roles before the schema, for the other architecture if so chosen', () => {
  const { code, said, calls } = deploy({}, '--init', '-c', 'architecture=x64');
  assert.equal(code, 0, said);
  const [init, migrate] = order(calls, /run-task .*joonbi-init/, /run-task .*joonbi-migrate/);
  assert.ok(init! >= 0 && init! < migrate!);
  assert.ok(calls.some(call => /--platform linux\/amd64/.test(call)));
});

test('what is not committed is not deployed', () => {
  const { code, said, calls } = deploy({ dirty: true });
  assert.equal(code, 1);
  assert.match(said, /커밋하지 않은 변경/);
  assert.deepEqual(calls, []);
});
