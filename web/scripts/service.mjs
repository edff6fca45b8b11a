import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The browser of this machine. */
export const chromiumPath = process.env.CHROMIUM
  ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path))
  ?? '/usr/bin/chromium';

export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/**
 * `./joonbi run` as a newcomer has it, on free ports and with data of its own. JOONBI_WEB_RUN="HOME WEB_PORT PORT SANDBOX_PORT"
 * names one that runs already, for whoever writes tests.
 */
export async function startService() {
  const running = process.env.JOONBI_WEB_RUN?.split(' ');
  if (running) return { ...(await opened(String(running[0]), Number(running[1]), Number(running[2]), Number(running[3]))), stop: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'joonbi-web-'));
  const [web, api, sandbox] = [await freePort(), await freePort(), await freePort()];
  const env = { ...process.env, JOONBI_HOME: home, WEB_PORT: `${web}`, PORT: `${api}`, SANDBOX_PORT: `${sandbox}`, CLAWDBOT_SECONDS: '6', RATE_LIMITS: 'off' };
  const child = spawn(join(root, 'joonbi'), ['run'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    if (child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await ready(child);
    return { ...(await opened(home, web, api, sandbox)), stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function ready(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) resolve(undefined);
    });
    child.once('exit', (code) => reject(new Error(`./joonbi run ended with ${code}\n${said}`)));
  });
}

/**
 * As it stands, with free analyses enough for everybody who will come.
 * @param {string} home @param {number} web @param {number} api @param {number} sandbox
 */
async function opened(home, web, api, sandbox) {
  /** @type {Record<string, string>} */
  const logins = Object.fromEntries(readFileSync(join(home, 'logins'), 'utf8').trim().split('\n').map((line) => line.split('=', 2)));
  const service = { web: `http://localhost:${web}`, api: `http://127.0.0.1:${api}`, sandbox: `http://127.0.0.1:${sandbox}`, logins };
  const { accessToken } = await ask(service.api, 'POST', '/api/auth/login', { email: logins.ADMIN_EMAIL, password: logins.ADMIN_PASSWORD });
  const { id, name, startsAt } = (await ask(service.api, 'GET', '/api/admin/events', undefined, accessToken)).items[0];
  await ask(service.api, 'PUT', `/api/admin/events/${id}`, { name, startsAt, slots: 1_000, active: true }, accessToken);
  return service;
}

/** @param {string} api @param {string} method @param {string} path @param {object} [body] @param {string} [token] */
export async function ask(api, method, path, body, token) {
  const response = await fetch(api + path, {
    method, headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) }, ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
