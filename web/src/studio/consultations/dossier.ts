import { get, outdated, queryClient } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';

export type Dossier = Schema['ConsultationDossier'];

export const dossierQuery = (id: string) => get('/api/admin/consultations/{id}', { params: { path: { id } } });

/** Shows the answer of a change at once, and lets lists and figures ask anew. */
export function changed(dossier: Dossier) {
  queryClient.setQueryData(dossierQuery(dossier.id).queryKey, dossier);
  void outdated('/api/admin/consultations');
  void outdated('/api/admin/dashboard');
}

/** What the rules of the service allow now; it has the last word, and its refusal is shown. */
export function allowed({ kind, status, analysis, documents, designsVersion, closedAt }: Dossier) {
  const bare = !analysis && documents.length === 0 && designsVersion === 0;
  return {
    answer: !closedAt && status !== 'CANCELLED' && status !== 'REJECTED',
    close: kind === 'SIMPLE' && status === 'COMPLETED' && !closedAt,
    reject: ['ON_HOLD', 'AWAITING_PAYMENT', 'REQUESTED', 'ANALYZING'].includes(status),
    overrule: status === 'REJECTED' && !analysis,
    retry: kind === 'ANALYSIS' && status === 'FAILED',
    trigger: kind === 'ANALYSIS' && status === 'REQUESTED',
    correct: status === 'ON_HOLD' || status === 'AWAITING_PAYMENT' || (status === 'REQUESTED' && bare),
  };
}
