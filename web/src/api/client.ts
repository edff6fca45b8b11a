import createClient from 'openapi-fetch';
import type { paths } from './generated/schema.ts';
import { origin } from './origin.ts';
import { patientFetch, retryAfter } from './patience.ts';
import { Problem } from './problem.ts';
import { accessToken, refresh } from './session.ts';

/** fetch with the session's token; a 401 gets one new token and one more try. */
export async function authorisedFetch(request: Request): Promise<Response> {
  const token = await accessToken();
  const response = await patientFetch(withToken(request, token));
  if (response.status !== 401 || !token) return response;
  const fresh = await refresh(token);
  return fresh ? patientFetch(withToken(request, fresh)) : response;
}

function withToken(request: Request, token: string | undefined) {
  const copy = new Request(request.clone());
  if (token) copy.headers.set('authorization', `Bearer ${token}`);
  return copy;
}

/** The API as the contract has it: `api.GET('/api/prices')`. Wrap it in `ask` to get the answer or a thrown `Problem`. */
export const api = createClient<paths>({
  baseUrl: origin,
  fetch: authorisedFetch,
  headers: { accept: 'application/json, application/problem+json' },
});

/** The answer, or the refusal as an exception. */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Problem(response.status, typeof error === 'object' && error !== null ? error : undefined, retryAfter(response));
  return data as T;
}

/** Says "this very intention": the same key is sent again with every try of it. */
export const newKey = () => crypto.randomUUID();

/** The `If-Match` of a thing that carries its version. */
export const ifMatch = (thing: { version: number }) => `"v${thing.version}"`;
