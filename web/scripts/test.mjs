// Runs the tests of these configurations, and says in one line, as ./joonbi test counts it: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'joonbi-web-test-'));
let [passed, failed] = [0, 0];
for (const config of process.argv.slice(2)) {
  const report = join(folder, `${config}.json`);
  const { status } = spawnSync('npx', ['vitest', 'run', '-c', config, '--reporter=verbose', '--reporter=json', `--outputFile=${report}`], { stdio: 'inherit' });
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  passed += found.numPassedTests;
  // A run that broke off is a failure too.
  failed += found.numFailedTests || (status === 0 ? 0 : 1);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
