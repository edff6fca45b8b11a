// A real Alertmanager with the shipped configuration tells a stand-in for Discord what is wrong.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folder, tools } from './tools.mjs';

// Debian's build looks for its templates below /usr/share: where the package is only unpacked, it is shown its own.
const start = `
tools=$1; shift
[ -d /usr/share/prometheus/alertmanager ] && exec "$tools/prometheus-alertmanager" "$@"
exec unshare --map-root-user --mount sh -c 'mount --bind "$0/../share" /usr/share && exec "$0/prometheus-alertmanager" "$@"' "$tools" "$@"`;

const posts = [];
const scratch = mkdtempSync(join(tmpdir(), 'joonbi-alerts-'));
let discord;
let manager;
let address;

const freePort = () => new Promise(resolve => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

before(async () => {
  discord = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    posts.push({ path: request.url, body: JSON.parse(text) });
    response.writeHead(204).end();
  });
  await new Promise(resolve => discord.listen(0, '127.0.0.1', resolve));

  // Debian's Alertmanager is older than the image of the stack and knows no webhook_url_file; nobody here waits 30 s.
  const webhook = `http://127.0.0.1:${discord.address().port}/api/webhooks/1/people`;
  const configuration = readFileSync(join(folder, 'alertmanager.yml'), 'utf8');
  assert.match(configuration, /webhook_url_file: \/run\/secrets\/alert_discord_webhook_url/);
  writeFileSync(join(scratch, 'alertmanager.yml'), configuration.replace(/webhook_url_file: .*/, `webhook_url: ${webhook}`).replace('group_wait: 30s', 'group_wait: 1s'));
  address = `127.0.0.1:${await freePort()}`;
  manager = spawn('sh',
    ['-c', start, 'sh', tools, `--config.file=${join(scratch, 'alertmanager.yml')}`, `--storage.path=${join(scratch, 'data')}`, `--web.listen-address=${address}`, '--cluster.listen-address='],
    { stdio: ['ignore', 'ignore', 'pipe'] });
  manager.log = '';
  manager.stderr.on('data', chunk => { manager.log += chunk; });
  for (let tries = 0; !(await fetch(`http://${address}/-/ready`).catch(() => ({ ok: false }))).ok; tries++) {
    assert.ok(tries < 100 && manager.exitCode === null, manager.log);
    await sleep(100);
  }
});

after(async () => {
  manager?.kill();
  await new Promise(resolve => (manager?.exitCode === null ? manager.once('exit', resolve) : resolve()));
  discord.close();
  rmSync(scratch, { recursive: true });
});

const fire = async alerts => {
  const response = await fetch(`http://${address}/api/v2/alerts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(alerts) });
  assert.equal(response.status, 200, await response.text());
};

const told = async name => {
  for (let tries = 0; tries < 150; tries++) {
    const post = posts.find(({ body }) => body.embeds[0].title.includes(name));
    if (post) return post;
    await sleep(100);
  }
  assert.fail(`nothing about ${name}: ${JSON.stringify(posts)}\n${manager.log}`);
};

test('an alert is told in Korean, with its name and what to read', async () => {
  await fire([{ labels: { alertname: 'DeadLetters', severity: 'critical' }, annotations: { summary: '배달을 포기한 메시지가 2개 있습니다.', description: '사람이 원인을 고치고 다시 보내야 합니다.' } }]);
  const { path, body } = await told('DeadLetters');
  assert.equal(path, '/api/webhooks/1/people');
  assert.equal(body.embeds[0].title, '🔴 준비스튜디오: DeadLetters');
  assert.equal(body.embeds[0].description, '**배달을 포기한 메시지가 2개 있습니다.**\n사람이 원인을 고치고 다시 보내야 합니다.\n할 일: 운영 안내서 docs/guide/alerts.md 의 DeadLetters');
});

test('what follows from a database that is away is not told beside it', async () => {
  await fire(['DatabaseAway', 'ErrorRatioHigh', 'OutboxLate'].map(alertname => ({ labels: { alertname, severity: 'critical' }, annotations: { summary: alertname, description: '-' } })));
  await told('DatabaseAway');
  await sleep(3000);
  assert.deepEqual(posts.filter(({ body }) => /ErrorRatioHigh|OutboxLate/.test(body.embeds[0].title)), []);
});
