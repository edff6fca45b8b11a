import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** What runs while the journeys are walked. */
export interface Service { web: string; api: string; sandbox: string; logins: Record<string, string> }

declare module 'vitest' {
  export interface ProvidedContext { service: Service }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

const logins = (home: string) => Object.fromEntries(readFileSync(join(home, 'logins'), 'utf8').trim().split('\n').map((line) => line.split('=', 2) as [string, string]));

const freePort = () => new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});

/** As it stands, with free analyses enough for everybody who will come. */
async function opened(home: string, web: number, api: number, sandbox: number): Promise<Service> {
  const service = { web: `http://localhost:${web}`, api: `http://127.0.0.1:${api}`, sandbox: `http://127.0.0.1:${sandbox}`, logins: logins(home) };
  const ask = async (method: string, path: string, token?: string, body?: object) => {
    const response = await fetch(service.api + path, { method, headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { accessToken } = await ask('POST', '/api/auth/login', undefined, { email: service.logins.ADMIN_EMAIL, password: service.logins.ADMIN_PASSWORD });
  const { id, name, startsAt } = (await ask('GET', '/api/admin/events', accessToken)).items[0];
  await ask('PUT', `/api/admin/events/${id}`, accessToken, { name, startsAt, slots: 1_000, active: true });
  return service;
}

/**
 * `./joonbi run` as a newcomer has it, on free ports and with data of its own. JOONBI_WEB_RUN="HOME WEB_PORT PORT SANDBOX_PORT"
 * names one that runs already, for whoever writes tests.
 */
export default async function setup(project: TestProject) {
  const running = process.env.JOONBI_WEB_RUN?.split(' ');
  if (running) {
    project.provide('service', await opened(running[0]!, Number(running[1]), Number(running[2]), Number(running[3])));
    return;
  }
  const home = mkdtempSync(join(tmpdir(), 'joonbi-web-'));
  const [web, api, sandbox] = [await freePort(), await freePort(), await freePort()];
  const env = { ...process.env, JOONBI_HOME: home, WEB_PORT: `${web}`, PORT: `${api}`, SANDBOX_PORT: `${sandbox}`, CLAWDBOT_SECONDS: '6', RATE_LIMITS: 'off' };
  const child = spawn(join(root, 'joonbi'), ['run'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await ready(child);
  project.provide('service', await opened(home, web, api, sandbox));
  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(home, { recursive: true, force: true });
  };
}

function ready(child: ChildProcess) {
  return new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`./joonbi run ended with ${code}\n${said}`)));
  });
}
