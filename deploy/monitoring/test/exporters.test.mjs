// Rules and dashboard name series that the program does not expose itself: they must be those of the real exporters.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folder, tools } from './tools.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'joonbi-exporters-'));
const started = [];
after(async () => {
  for (const child of started) child.kill();
  rmSync(scratch, { recursive: true });
});

const wanted = prefix => {
  const texts = [join(folder, 'rules/joonbi.yml'), ...readdirSync(join(folder, 'grafana/dashboards')).map(file => join(folder, 'grafana/dashboards', file))];
  return [...new Set(texts.flatMap(file => readFileSync(file, 'utf8').match(new RegExp(`\\b${prefix}_\\w+`, 'g')) ?? []))];
};

const freePort = () => new Promise(resolve => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const exposition = async (program, path, ...args) => {
  const address = `127.0.0.1:${await freePort()}`;
  started.push(spawn(join(tools, program), [`--web.listen-address=${address}`, ...args], { stdio: 'ignore' }));
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://${address}${path}`).catch(() => null);
    if (answer?.ok) return answer.text();
    await sleep(100);
  }
  assert.fail(`${program} does not answer`);
};

const missing = (names, text) => names.filter(name => !new RegExp(`^${name}(\\{| )`, 'm').test(text));

test('node_ and joonbi_backup_ series are those of the node exporter', async () => {
  writeFileSync(join(scratch, 'backup.prom'), 'joonbi_backup_last_success_timestamp_seconds 1\n');
  const text = await exposition('prometheus-node-exporter', '/metrics', `--collector.textfile.directory=${scratch}`);
  const names = [...wanted('node'), ...wanted('joonbi_backup')];
  assert.ok(names.length >= 6, names.join());
  assert.deepEqual(missing(names, text), []);
});

test('probe_ series are those of the blackbox exporter, with our module', async () => {
  const site = createServer((_, response) => response.end('ok'));
  await new Promise(resolve => site.listen(0, '127.0.0.1', resolve));
  const text = await exposition('prometheus-blackbox-exporter', `/probe?module=https_ok&target=http://127.0.0.1:${site.address().port}`, `--config.file=${join(folder, 'blackbox.yml')}`);
  site.close();
  // The stand-in speaks no TLS: the module must say no, and knows of no certificate.
  assert.match(text, /^probe_success 0$/m);
  assert.deepEqual(missing(wanted('probe').filter(name => name !== 'probe_ssl_earliest_cert_expiry'), text), []);
});
