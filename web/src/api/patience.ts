import { pause } from './connection.ts';

const longest = 30_000;

/** A request that may be sent twice without doing its work twice. */
function repeatable(request: Request) {
  return request.method !== 'POST' || request.headers.has('idempotency-key') || request.headers.has('x-repeatable');
}

/** The header's seconds in milliseconds. */
export function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/**
 * fetch that does not give up: a lost network and a 503 are waited out, with what was typed still in the request. What must
 * not be sent twice is sent once, and its failure is the caller's to show.
 */
export async function patientFetch(request: Request): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const wait = Math.min(longest, 2_000 * 2 ** attempt);
    try {
      const response = await fetch(request.clone());
      if (response.status !== 503 && response.status !== 502 && response.status !== 504) return response;
      // A 503 says that nothing was done, so even what must not be repeated may be sent again; other gateways' words are vaguer.
      if (response.status !== 503 && !repeatable(request)) return response;
      await response.body?.cancel();
      await pause(retryAfter(response) ?? wait, 'busy', request.signal);
    } catch (failure) {
      if (request.signal.aborted || !(failure instanceof TypeError) || !repeatable(request)) throw failure;
      await pause(wait, 'network', request.signal);
    }
  }
}
