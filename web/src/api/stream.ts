import { createParser } from 'eventsource-parser';
import { authorisedFetch } from './client.ts';
import { origin } from './origin.ts';
import type { Schema } from './types.ts';

export type StreamState = 'open' | 'reconnecting' | 'over';

const again = 3_000;

/**
 * The events of a consultation until it is over or the caller leaves. The browser's EventSource cannot show a token, so the
 * stream is read by fetch, and continued where it broke off.
 */
export function watch(id: string, onNews: (news: Schema['ConsultationNews']) => void, onState: (state: StreamState) => void, signal: AbortSignal) {
  let last: string | undefined;
  let wake: (() => void) | undefined;
  const soon = () => {
    if (document.visibilityState === 'visible') wake?.();
  };
  document.addEventListener('visibilitychange', soon);
  window.addEventListener('online', soon);
  signal.addEventListener('abort', () => {
    document.removeEventListener('visibilitychange', soon);
    window.removeEventListener('online', soon);
    wake?.();
  });

  async function read(): Promise<'over' | 'broken'> {
    const headers = new Headers({ accept: 'text/event-stream' });
    if (last) headers.set('last-event-id', last);
    const response = await authorisedFetch(new Request(`${origin}/api/consultations/${id}/events`, { headers, signal }));
    if (response.status === 204 || (response.status >= 400 && response.status < 500 && response.status !== 429)) return 'over';
    if (!response.ok || !response.body) return 'broken';
    onState('open');
    let over = false;
    const parser = createParser({
      onEvent: (event) => {
        last = event.id ?? last;
        const news = JSON.parse(event.data) as Schema['ConsultationNews'];
        over = news.over;
        onNews(news);
      },
    });
    const decoder = new TextDecoder();
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return over ? 'over' : 'broken';
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }

  void (async () => {
    while (!signal.aborted) {
      const end = await read().catch(() => 'broken' as const);
      if (signal.aborted) return;
      if (end === 'over') return onState('over');
      onState('reconnecting');
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, again);
      });
    }
  })();
}
