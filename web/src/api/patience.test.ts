import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryNow } from './connection.ts';
import { patientFetch } from './patience.ts';

const realFetch = globalThis.fetch;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  globalThis.fetch = realFetch;
});

const answers = (...steps: (Response | Error)[]) => {
  const fetch = vi.fn<(request: Request) => Promise<Response>>(async () => {
    const step = steps.shift()!;
    if (step instanceof Error) throw step;
    return step;
  });
  globalThis.fetch = fetch as never;
  return fetch;
};
const busy = () => new Response(null, { status: 503, headers: { 'retry-after': '5' } });
const request = (init?: RequestInit) => new Request('http://localhost/api/x', init);

test('a 503 is waited out for as long as it says, also by what must not be sent twice', async () => {
  const fetch = answers(busy(), new Response('ok'));
  const answer = patientFetch(request({ method: 'POST', body: '{"a":1}' }));
  await vi.advanceTimersByTimeAsync(4_900);
  expect(fetch).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect((await answer).status).toBe(200);
  expect(await fetch.mock.calls[1]![0].text()).toBe('{"a":1}');
});

test('a lost network is tried again at once when the person asks', async () => {
  const fetch = answers(new TypeError('Failed to fetch'), new Response('ok'));
  const answer = patientFetch(request());
  await vi.advanceTimersByTimeAsync(100);
  retryNow();
  await vi.advanceTimersByTimeAsync(0);
  expect((await answer).status).toBe(200);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('a POST without a key is never sent twice into the dark', async () => {
  const fetch = answers(new TypeError('Failed to fetch'));
  await expect(patientFetch(request({ method: 'POST' }))).rejects.toThrow(TypeError);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('who leaves the page waits no longer', async () => {
  answers(busy());
  const leaving = new AbortController();
  const answer = patientFetch(request({ signal: leaving.signal }));
  answer.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(100);
  leaving.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});
