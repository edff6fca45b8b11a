import { useEffect } from 'react';
import { onSignOut } from '@/api/session.ts';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

const prefix = 'joonbi.studio.draft.';

// Words about a customer do not stay at a computer that somebody has left.
onSignOut(() => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
});

/** What is being written survives a reload and a look at another page, in this tab. */
export const written = (place: string) => sessionStorage.getItem(prefix + place) ?? '';

export const forget = (place: string) => sessionStorage.removeItem(prefix + place);

export function useDraft<T extends FieldValues>(form: UseFormReturn<T>, field: string, place: string) {
  useEffect(() => {
    const { unsubscribe } = form.watch((values) => sessionStorage.setItem(prefix + place, String((values as Record<string, unknown>)[field] ?? '')));
    return unsubscribe;
  }, [form, field, place]);
}
