import type { Page } from 'playwright-core';
import { ask } from '../../scripts/service.mjs';
import { service } from './browser.ts';

let counter = 0;

export interface Person { email: string; password: string; name: string }

/** Somebody who was never here before. */
export const stranger = (): Person => ({ email: `person-${Date.now()}-${counter++}@example.com`, password: 'bbang-jip-2026!', name: '김손님' });

export const admin = (): Person => ({ email: service.logins.ADMIN_EMAIL!, password: service.logins.ADMIN_PASSWORD!, name: '' });

const send = (method: string, path: string, body: unknown, token?: string) => ask(service.api, method, path, body as object | undefined, token);

/** Talks to the API directly, to get to the state that a journey begins with. */
export const direct = {
  get: (path: string, token?: string) => send('GET', path, undefined, token),
  post: (path: string, body: unknown, token?: string) => send('POST', path, body, token),
  put: (path: string, body: unknown, token?: string) => send('PUT', path, body, token),
  sandbox: async (path: string, body?: unknown) => {
    const response = await fetch(service.sandbox + path, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return response.json();
  },
};

/** An account without the browser's help; its address is proved. */
export async function registered(person = stranger()): Promise<Person & { token: string }> {
  await direct.post('/api/auth/register', { ...person, consents: { termsVersion: '1', privacyVersion: '1' } });
  await direct.post('/api/auth/verify-email', { token: await mailedToken(person.email) });
  return { ...person, token: await tokenOf(person) };
}

export const tokenOf = async ({ email, password }: Person): Promise<string> => (await direct.post('/api/auth/login', { email, password })).accessToken;

interface Mail { to: string[]; subject: string; text: string }

/** The newest mail to this address whose text has a link that matches. */
export async function mailedLink(email: string, pattern: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { resend } = await direct.sandbox('/control/log');
    const found = (resend.emails as Mail[]).filter((mail) => mail.to.includes(email)).map((mail) => pattern.exec(mail.text)?.[0]).filter(Boolean).at(-1);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no mail to ${email} with ${pattern}`);
}

const mailedToken = async (email: string) => new URL(await mailedLink(email, /https?:\S+token=[^\s"<>]+/)).searchParams.get('token');

/** Logs in as a person does. */
export async function logIn(page: Page, { email, password }: Person, path = '/login') {
  await page.goto(path);
  await page.getByLabel('이메일').fill(email);
  await page.getByLabel('비밀번호', { exact: true }).fill(password);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('button', { name: '로그아웃' }).first().waitFor();
}
