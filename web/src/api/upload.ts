import { newKey } from './client.ts';
import { pause } from './connection.ts';
import { Problem } from './problem.ts';
import { accessToken, refresh } from './session.ts';
import type { Schema } from './types.ts';

const longest = 30_000;

/**
 * Sends a file and tells how far it is. XMLHttpRequest, since fetch tells nothing of what was sent. A broken connection is
 * waited out; the key makes it one file however often it was sent.
 */
export async function upload(file: File, onProgress: (part: number | 'waiting') => void, signal: AbortSignal): Promise<Schema['UploadedFile']> {
  const key = newKey();
  let token = await accessToken();
  for (let attempt = 0; ; attempt++) {
    const answer = await send(file, key, token, onProgress, signal);
    if (answer.status === 201) return JSON.parse(answer.text) as Schema['UploadedFile'];
    if (answer.status === 401 && attempt === 0) token = await refresh(token);
    else if (answer.status === 0 || answer.status === 502 || answer.status === 503) {
      onProgress('waiting');
      await pause(answer.retryAfter ?? Math.min(longest, 2_000 * 2 ** attempt), answer.status === 0 ? 'network' : 'busy', signal);
    } else throw new Problem(answer.status, parsed(answer.text), answer.retryAfter);
  }
}

function parsed(text: string) {
  try {
    return JSON.parse(text) as Schema['ProblemDocument'];
  } catch {
    return undefined;
  }
}

function send(file: File, key: string, token: string | undefined, onProgress: (part: number) => void, signal: AbortSignal) {
  return new Promise<{ status: number; text: string; retryAfter: number | undefined }>((resolve, reject) => {
    const body = new FormData();
    body.set('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('idempotency-key', key);
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener('loadend', () => {
      if (signal.aborted) return reject(signal.reason as Error);
      const seconds = Number(request.getResponseHeader('retry-after') || NaN);
      resolve({ status: request.status, text: request.responseText, retryAfter: Number.isFinite(seconds) ? seconds * 1000 : undefined });
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
