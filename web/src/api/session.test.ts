import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const user = { id: 'u', email: 'a@b.kr', name: '김', role: 'CUSTOMER', emailVerified: true, createdAt: '2026-01-01T00:00:00Z' };
const tokens = (accessToken: string) => Response.json({ accessToken, accessExpiresAt: '2999-01-01T00:00:00Z', refreshExpiresAt: '2999-01-01T00:00:00Z', user });
let refreshes = 0;

beforeEach(() => {
  refreshes = 0;
  vi.resetModules();
  localStorage.clear();
});
const realFetch = globalThis.fetch;
afterEach(() => void (globalThis.fetch = realFetch));

/** An API that knows one good token and refuses the others. */
function server(good: string) {
  return vi.fn(async (request: Request) => {
    if (new URL(request.url).pathname === '/api/auth/refresh') {
      refreshes++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return tokens(good);
    }
    return request.headers.get('authorization') === `Bearer ${good}` ? Response.json({ items: [] }) : Response.json({ code: 'UNAUTHENTICATED' }, { status: 401 });
  });
}

test('ten simultaneous refusals ask for one new token, and all ten are repeated with it', async () => {
  const fetch = server('new');
  globalThis.fetch = fetch as never;
  const session = await import('./session.ts');
  const { api, ask } = await import('./client.ts');
  session.signIn((await tokens('old').json()) as never);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(api.GET('/api/prices'))));
  expect(answers).toHaveLength(10);
  expect(refreshes).toBe(1);
  expect(fetch).toHaveBeenCalledTimes(21);
});

test('a refused refresh ends the session and forgets the token', async () => {
  globalThis.fetch = vi.fn(async () => Response.json({ code: 'REFRESH_TOKEN_INVALID', detail: '로그인이 만료되었습니다.' }, { status: 401 })) as never;
  const session = await import('./session.ts');
  const { api, ask } = await import('./client.ts');
  const forgotten = vi.fn();
  session.onSignOut(forgotten);
  session.signIn((await tokens('old').json()) as never);
  await expect(ask(api.GET('/api/consultations'))).rejects.toMatchObject({ status: 401 });
  expect(session.currentSession()).toEqual({ state: 'anonymous', expired: true });
  expect(forgotten).toHaveBeenCalledOnce();
  expect(localStorage.getItem('joonbi.session')).toBeNull();
});

test('a stranger’s first visit asks for no session', async () => {
  const fetch = server('new');
  globalThis.fetch = fetch as never;
  const session = await import('./session.ts');
  await session.resume();
  expect(session.currentSession()).toEqual({ state: 'anonymous' });
  expect(fetch).not.toHaveBeenCalled();
});

test('what was asked for before the application came is taken over, once', async () => {
  const fetch = server('new');
  globalThis.fetch = fetch as never;
  localStorage.setItem('joonbi.session', '1');
  globalThis.joonbiRefresh = Promise.resolve(tokens('early'));
  const session = await import('./session.ts');
  await session.resume();
  expect(await session.accessToken()).toBe('early');
  expect(fetch).not.toHaveBeenCalled();
  expect(await session.refresh('early')).toBe('new');
});

test.each([['a lost network', () => Promise.reject<Response>(new TypeError())], ['a service that is busy', async () => new Response(null, { status: 503 })]])('%s met before the application came is asked again', async (_, early) => {
  globalThis.fetch = server('new') as never;
  localStorage.setItem('joonbi.session', '1');
  globalThis.joonbiRefresh = early();
  const session = await import('./session.ts');
  await session.resume();
  expect(await session.accessToken()).toBe('new');
});
