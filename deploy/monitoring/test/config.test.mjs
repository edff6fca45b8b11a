// What Prometheus' own tools say about the files that this folder ships.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folder, tools } from './tools.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'joonbi-monitoring-'));
after(() => rmSync(scratch, { recursive: true }));

const run = (tool, ...args) => execFileSync(join(tools, tool), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('the rules hold', () => {
  assert.match(run('promtool', 'check', 'rules', '--lint=all', '--lint-fatal', join(folder, 'rules/joonbi.yml')), /SUCCESS: \d+ rules/);
});

test('the alerts fire when they should, and only then', () => {
  assert.match(run('promtool', 'test', 'rules', join(folder, 'test/joonbi.test.yml')), /SUCCESS/);
});

test('every alert is fired by a test', () => {
  const names = [...readFileSync(join(folder, 'rules/joonbi.yml'), 'utf8').matchAll(/- alert: (\w+)/g)].map(match => match[1]);
  const cases = readFileSync(join(folder, 'test/joonbi.test.yml'), 'utf8');
  assert.ok(names.length > 15);
  assert.deepEqual(names.filter(name => !new RegExp(`alertname: ${name}\\n +exp_alerts:`).test(cases)), []);
});

test('a rule that is wrong is noticed', () => {
  cpSync(folder, join(scratch, 'copy'), { recursive: true });
  const rules = join(scratch, 'copy/rules/joonbi.yml');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace('max(outbox_failed) > 0', 'max(outbox_failed) > 5'));
  assert.throws(() => run('promtool', 'test', 'rules', join(scratch, 'copy/test/joonbi.test.yml')));
});

test('the configuration of Prometheus holds', () => {
  assert.match(run('promtool', 'check', 'config', join(folder, 'prometheus.yml')), /is valid prometheus config/);
});
