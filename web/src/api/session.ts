import { useSyncExternalStore } from 'react';
import { origin } from './origin.ts';
import { patientFetch } from './patience.ts';
import type { Schema } from './types.ts';

/**
 * Who is logged in. The access token lives in this module's memory and nowhere else; the refresh token is a cookie that no
 * script can read. All tabs are logged in and out together.
 */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'anonymous'; readonly expired?: boolean }
  | { readonly state: 'signedIn'; readonly user: Schema['Me'] };

type Held = { token: string; expires: number };
type Word = { kind: 'in'; held: Held; user: Schema['Me'] } | { kind: 'out'; expired: boolean } | { kind: 'user'; user: Schema['Me'] };

declare global {
  var joonbiRefresh: Promise<Response> | undefined;
}

/** Only says that a cookie may be worth asking about: without it every stranger's visit would begin with a refused request. */
const hint = 'joonbi.session';
const early = 60_000;

let session: Session = { state: 'unknown' };
let held: Held | undefined;
let refreshing: Promise<string | undefined> | undefined;
const listeners = new Set<() => void>();
const endings = new Set<(expired: boolean) => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('joonbi.session');

function become(next: Session) {
  session = next;
  for (const listener of listeners) listener();
}

function enter(token: Held, user: Schema['Me']) {
  held = token;
  localStorage.setItem(hint, '1');
  become({ state: 'signedIn', user });
}

function leave(expired: boolean) {
  const was = session.state;
  held = undefined;
  localStorage.removeItem(hint);
  become({ state: 'anonymous', expired: expired && was !== 'anonymous' });
  if (was === 'signedIn') for (const ending of endings) ending(expired);
}

channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.kind === 'in') enter(data.held, data.user);
  else if (data.kind === 'user' && session.state === 'signedIn') become({ state: 'signedIn', user: data.user });
  else if (data.kind === 'out') leave(data.expired);
});

/** Takes over the answer of a login or a refresh, here and in the other tabs. */
export function signIn({ accessToken, accessExpiresAt, user }: Schema['Tokens']) {
  const token = { token: accessToken, expires: Date.parse(accessExpiresAt) };
  enter(token, user);
  channel?.postMessage({ kind: 'in', held: token, user } satisfies Word);
}

/** The own name was changed. */
export function userChanged(user: Schema['Me']) {
  become({ state: 'signedIn', user });
  channel?.postMessage({ kind: 'user', user } satisfies Word);
}

/** Ends the session at the server, and in every tab also when the server cannot be reached. */
export async function signOut() {
  const token = held?.token;
  leave(false);
  channel?.postMessage({ kind: 'out', expired: false } satisfies Word);
  await fetch('/api/auth/logout', { method: 'POST', headers: token ? { authorization: `Bearer ${token}` } : {}, keepalive: true }).catch(() => undefined);
}

/** The session was ended elsewhere (the account is gone, the password was changed). */
export function sessionEnded() {
  leave(false);
  channel?.postMessage({ kind: 'out', expired: false } satisfies Word);
}

/** Runs when a session ends, in whichever tab: forget what belonged to the person. One that `expired` will be taken up again. */
export function onSignOut(ending: (expired: boolean) => void) {
  endings.add(ending);
}

/** What /session.js asked for before this program was there: good for one use, and only if it was answered. */
async function askedEarly() {
  const asked = globalThis.joonbiRefresh;
  delete globalThis.joonbiRefresh;
  const response = await asked?.catch(() => undefined);
  return response?.ok || response?.status === 401 ? response : undefined;
}

async function askAnew(stale: string | undefined): Promise<string | undefined> {
  // Another tab may have been faster while this one waited for its turn: a refresh token used twice is refused.
  if (held && held.token !== stale && held.expires - early > Date.now()) return held.token;
  const response = (await askedEarly()) ?? await patientFetch(new Request(`${origin}/api/auth/refresh`, { method: 'POST', headers: { 'x-repeatable': '1' } }));
  if (response.ok) {
    signIn((await response.json()) as Schema['Tokens']);
    return held!.token;
  }
  if (response.status === 401) {
    leave(true);
    channel?.postMessage({ kind: 'out', expired: true } satisfies Word);
  }
  return undefined;
}

/** One refresh at a time, in this tab by the shared promise and among tabs by the browser's lock. */
export function refresh(stale?: string): Promise<string | undefined> {
  refreshing ??= (async () => {
    try {
      return await (navigator.locks ? navigator.locks.request('joonbi.refresh', () => askAnew(stale)) : askAnew(stale));
    } finally {
      refreshing = undefined;
    }
  })();
  return refreshing;
}

/** A token that still holds for a while, or none. */
export async function accessToken(): Promise<string | undefined> {
  if (held && held.expires - early > Date.now()) return held.token;
  return session.state === 'anonymous' ? undefined : refresh(held?.token);
}

/** At the start of the application. */
export async function resume() {
  if (localStorage.getItem(hint)) await refresh();
  if (session.state === 'unknown') become({ state: 'anonymous' });
}

export function useSession(): Session {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => session, () => session);
}

export const currentSession = () => session;
