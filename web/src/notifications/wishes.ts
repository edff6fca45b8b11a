import { api, ask, ifMatch } from '@/api/client.ts';
import { get, queryClient } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';

/** What a person wants by mail. */
export const wishes = get('/api/notifications/preferences');

/** Changes one wish. All are sent: what is not named would be mailed. */
export async function wish(held: Schema['NotificationPreferences'], kind: Schema['NotificationKind'], email: boolean) {
  const preferences = held.preferences.map((one) => ({ kind: one.kind, email: one.kind === kind ? email : one.email }));
  queryClient.setQueryData(wishes.queryKey, await ask(api.PUT('/api/notifications/preferences', { body: { preferences }, params: { header: { 'If-Match': ifMatch(held) } } })));
}
