// What ./joonbi asks over HTTP: a newcomer's machine has Node, but not always curl.
//
//   node http.mjs ok URL                                   exit code 0 if it answers 2xx
//   node http.mjs login API EMAIL                          exit code 0 if this password (stdin) logs in
//   node http.mjs customer API SANDBOX EMAIL NAME          registers (password on stdin) and verifies with the mail
//                                                          that the sandbox received; SANDBOX may be "off"
import { readFileSync } from 'node:fs';

const [command, ...args] = process.argv.slice(2);
const password = () => readFileSync(0, 'utf8').trim();

async function ask(url, body) {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'joonbi-dev' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  const json = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
  return { status: response.status, ok: response.ok, json, text };
}

const login = (api, email, secret) => ask(`${api}/api/auth/login`, { email, password: secret });

/** The token in the link of the newest mail to this address, as soon as the outbox has delivered it. */
async function mailedToken(sandbox, email) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const log = (await ask(`${sandbox}/control/log`)).json;
    const mails = log.resend.emails.filter((mail) => mail.to.includes(email));
    const token = mails.length && /[?&#]token=([^"'&\s<>]+)/.exec(mails[mails.length - 1].text)?.[1];
    if (token) return decodeURIComponent(token);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('확인 메일이 오지 않았습니다.');
}

async function customer(api, sandbox, email, name) {
  const secret = password();
  if ((await login(api, email, secret)).ok) return;
  const registered = await ask(`${api}/api/auth/register`, {
    email, name, password: secret, consents: { termsVersion: '1', privacyVersion: '1' },
  });
  if (registered.status === 409) throw new Error(`${email}: 이미 있는 계정인데 비밀번호가 다릅니다.`);
  if (!registered.ok) throw new Error(`${email}: 가입하지 못했습니다 (${registered.status}). ${registered.text}`);
  if (sandbox === 'off') return;
  const verified = await ask(`${api}/api/auth/verify-email`, { token: await mailedToken(sandbox, email) });
  if (!verified.ok) throw new Error(`${email}: 메일 주소를 확인하지 못했습니다 (${verified.status}). ${verified.text}`);
}

try {
  if (command === 'ok') process.exitCode = (await ask(args[0])).ok ? 0 : 1;
  else if (command === 'login') process.exitCode = (await login(args[0], args[1], password())).ok ? 0 : 1;
  else if (command === 'customer') await customer(...args);
  else throw new Error(`unknown command ${command}`);
} catch (error) {
  if (command !== 'ok') console.error(error.message);
  process.exitCode = 1;
}
