import { useSyncExternalStore } from 'react';

/** Whether requests get through, and when the ones that wait will be tried again. */
export interface Connection {
  readonly waiting: number;
  readonly cause: 'network' | 'busy' | undefined;
  readonly retryAt: number | undefined;
}

const calm: Connection = { waiting: 0, cause: undefined, retryAt: undefined };
let current = calm;
const listeners = new Set<() => void>();
const wakers = new Set<() => void>();

function change(next: Connection) {
  current = next;
  for (const listener of listeners) listener();
}

/** Everything that waits is tried at once. */
export function retryNow() {
  for (const wake of wakers) wake();
}

if (typeof window !== 'undefined') window.addEventListener('online', retryNow);

/** Waits before another try; ends early when the network comes back or the person asks for it. Says so meanwhile. */
export async function pause(ms: number, cause: 'network' | 'busy', signal: AbortSignal | undefined) {
  change({ waiting: current.waiting + 1, cause, retryAt: Date.now() + ms });
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(done, ms);
      const abort = () => { end(); reject(signal!.reason); };
      function end() {
        clearTimeout(timer);
        wakers.delete(done);
        signal?.removeEventListener('abort', abort);
      }
      function done() { end(); resolve(); }
      wakers.add(done);
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort);
    });
  } finally {
    const waiting = current.waiting - 1;
    change(waiting > 0 ? { ...current, waiting } : calm);
  }
}

export function useConnection(): Connection {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => current, () => calm);
}
