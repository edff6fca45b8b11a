// The main job as a customer does it, through nginx with TLS; the vendors are the sandbox.
//
//   node main-job.mjs run STATE DOMAIN CERTIFICATE      registers, verifies, asks for an analysis, waits, downloads
//   node main-job.mjs check STATE DOMAIN CERTIFICATE    logs in again and downloads the same documents
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as https } from 'node:https';
import { request as http } from 'node:http';

const [command, stateFile, domain, certificate] = process.argv.slice(2);
const ca = readFileSync(certificate);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function send(module, options, body) {
  return new Promise((resolve, reject) => {
    const asked = module({ timeout: 30_000, ...options }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.on('error', reject);
    asked.end(body);
  });
}

async function api(method, path, { token, body, expect = [200, 201, 204] } = {}) {
  const answer = await send(https, {
    host: '127.0.0.1', port: 443, servername: domain, ca, method, path: `/api${path}`,
    headers: { host: domain, accept: 'application/json', ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
  }, body && JSON.stringify(body));
  if (!expect.includes(answer.status)) throw new Error(`${method} ${path}: ${answer.status} ${answer.bytes.toString().slice(0, 400)}`);
  return answer.headers['content-type']?.includes('json') && answer.bytes.length ? JSON.parse(answer.bytes) : answer;
}

async function until(what, question) {
  for (let attempt = 0; attempt < 120; attempt++) {
    const answer = await question();
    if (answer) return answer;
    await pause(500);
  }
  throw new Error(`${what}: not within a minute`);
}

const mailedToken = (email) => until('the mail', async () => {
  const log = JSON.parse((await send(http, { host: '172.30.40.1', port: 4010, path: '/control/log', headers: { host: '172.30.40.1' } })).bytes);
  const text = log.resend.emails.filter((mail) => mail.to.includes(email)).at(-1)?.text;
  return text && decodeURIComponent(/[?&#]token=([^"'&\s<>]+)/.exec(text)[1]);
});

const logIn = async ({ email, password }) => (await api('POST', '/auth/login', { body: { email, password } })).accessToken;

async function documents(token, id) {
  const found = [];
  for (const document of (await api('GET', `/consultations/${id}`, { token })).documents) {
    const { bytes } = await api('GET', `/consultations/${id}/files/${document.fileId}/content`, { token });
    if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error(`${document.type} is no PDF`);
    found.push({ type: document.type, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  found.sort((a, b) => a.type.localeCompare(b.type));
  if (found.length !== 4) throw new Error(`${found.length} documents instead of 4`);
  return found;
}

async function run() {
  const customer = { email: `stack-${randomBytes(4).toString('hex')}@example.com`, password: `bbang-jip-${randomBytes(6).toString('hex')}!` };
  await until('the sandbox', () => send(http, { host: '172.30.40.1', port: 4010, path: '/control/health', headers: { host: '172.30.40.1' } }).catch(() => null));
  await api('POST', '/auth/register', { body: { ...customer, name: '김민아', consents: { termsVersion: '2026-01', privacyVersion: '2026-01' } } });
  await api('POST', '/auth/verify-email', { body: { token: await mailedToken(customer.email) } });
  const token = await logIn(customer);
  const { id } = await api('POST', '/consultations', {
    token,
    body: {
      kind: 'ANALYSIS', projectName: '동네빵집', description: '빵집 홈페이지입니다. 예약과 게시판, 관리자 화면이 필요해요.',
      referenceUrls: ['https://example.com'], budgetMin: 3_000_000, budgetMax: 5_000_000, features: ['예약', '게시판'],
    },
  });
  await until('the analysis', async () => (await api('GET', `/consultations/${id}`, { token })).documents?.length === 4);
  writeFileSync(stateFile, JSON.stringify({ ...customer, id, documents: await documents(token, id) }), { mode: 0o600 });
}

async function check() {
  const state = JSON.parse(readFileSync(stateFile));
  const found = await documents(await logIn(state), state.id);
  if (JSON.stringify(found) !== JSON.stringify(state.documents)) throw new Error('other documents than before');
}

await (command === 'run' ? run() : check());
