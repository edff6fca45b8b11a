import { useEffect, useState } from 'react';
import { get, outdated, queryClient } from '@/api/queries.ts';
import { watch, type StreamState } from '@/api/stream.ts';
import type { Schema } from '@/api/types.ts';

/** The first event tells how it stands: something may have happened between reading and listening. */
const same = (known: Schema['ConsultationDetails'] | undefined, news: Schema['ConsultationNews']) =>
  known?.status === news.status && known.percent === (news.percent ?? known.percent) && known.documents.length === (news.documents?.length ?? known.documents.length);

/** Follows a consultation: what is read of it changes as it happens. Answers whether the line is up. */
export function useNews(id: string, follow: boolean): StreamState {
  const [state, setState] = useState<StreamState>('open');
  useEffect(() => {
    if (!follow) return;
    const leaving = new AbortController();
    const { queryKey } = get('/api/consultations/{id}', { params: { path: { id } } });
    watch(id, (news) => {
      if (news.kind === 'PROGRESS') {
        queryClient.setQueryData<Schema['ConsultationDetails']>(queryKey, (known) =>
          known && { ...known, status: news.status, percent: news.percent ?? known.percent, stage: news.stage ?? known.stage, note: news.note ?? null });
      } else if (news.kind || !same(queryClient.getQueryData<Schema['ConsultationDetails']>(queryKey), news)) {
        void outdated('/api/consultations/{id}');
        if (news.kind === 'MESSAGE') void outdated('/api/consultations/{id}/messages');
        if (news.over) void outdated('/api/consultations');
      }
    }, setState, leaving.signal);
    return () => leaving.abort();
  }, [id, follow]);
  return state;
}
