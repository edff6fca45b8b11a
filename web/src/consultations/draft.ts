import { newKey } from '@/api/client.ts';
import type { Schema } from '@/api/types.ts';
import { onSignOut } from '@/api/session.ts';

/** A request as it is being written: texts as they stand in the fields. */
export interface Draft {
  kind: Schema['ConsultationKind'];
  projectName: string;
  description: string;
  referenceUrls: { url: string }[];
  budgetMin: string;
  budgetMax: string;
  desiredDate: string;
  features: string[];
  attachments: Schema['UploadedFile'][];
}

export const emptyDraft: Draft = {
  kind: 'ANALYSIS', projectName: '', description: '', referenceUrls: [{ url: '' }], budgetMin: '', budgetMax: '', desiredDate: '', features: [], attachments: [],
};

const prefix = 'joonbi.draft.';
const place = (userId: string) => prefix + userId;

/** What this person was writing on this device, or nothing. */
export function storedDraft(userId: string): Draft | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(place(userId)) ?? 'null') as Partial<Draft> | null;
    return stored ? { ...emptyDraft, ...stored } : undefined;
  } catch {
    return undefined;
  }
}

export const storeDraft = (userId: string, draft: Draft) => localStorage.setItem(place(userId), JSON.stringify(draft));
export const dropDraft = (userId: string) => localStorage.removeItem(place(userId));

// Who logs out of a shared machine leaves nothing on it.
onSignOut((expired) => {
  if (expired) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
});

/** Ten thousands of won, as they are typed ("300", "1,500"), in won. */
export function wonOf(typed: string): number | null {
  const digits = typed.replace(/[,\s]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) * 10_000 : null;
}

/** What is sent. */
export const toRequest = (draft: Draft): Schema['ConsultationDraft'] => ({
  kind: draft.kind,
  projectName: draft.projectName.trim(),
  description: draft.description.trim(),
  referenceUrls: draft.referenceUrls.map(({ url }) => completeUrl(url)).filter(Boolean),
  budgetMin: wonOf(draft.budgetMin),
  budgetMax: wonOf(draft.budgetMax),
  desiredDate: draft.desiredDate || null,
  features: draft.features,
  attachmentIds: draft.attachments.map(({ id }) => id),
});

/** People type "naver.com". */
export function completeUrl(typed: string): string {
  const url = typed.trim();
  return url && !/^[a-z][a-z0-9+.-]*:/i.test(url) ? `https://${url}` : url;
}

/** One key for one content: tried again it is the same request, changed it is another. */
export function keyring() {
  let last: { body: string; key: string } | undefined;
  return (body: unknown) => {
    const text = JSON.stringify(body);
    if (last?.body !== text) last = { body: text, key: newKey() };
    return last.key;
  };
}
