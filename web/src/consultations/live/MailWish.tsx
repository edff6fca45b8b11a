import { useQuery } from '@tanstack/react-query';
import { api, ask, ifMatch } from '@/api/client.ts';
import { get, queryClient } from '@/api/queries.ts';
import { Switch } from '@/ui/Switch.tsx';

const read = get('/api/notifications/preferences');

/** Whether a mail tells of the end, asked where one would otherwise wait. */
export function MailWish() {
  const preferences = useQuery(read).data;
  const result = preferences?.preferences.find(({ kind }) => kind === 'CONSULTATION_RESULT');
  async function change(email: boolean) {
    const changed = await ask(api.PUT('/api/notifications/preferences', {
      body: { preferences: [{ kind: 'CONSULTATION_RESULT', email }] }, params: { header: { 'If-Match': ifMatch(preferences!) } },
    }));
    queryClient.setQueryData(read.queryKey, changed);
  }
  if (!result) return <div className="h-14" />;
  return (
    <div className="rounded-md bg-sunken p-4">
      <Switch label="끝나면 메일로 알려 주세요" checked={result.email} disabled={result.required} onChange={(email) => void change(email)} />
    </div>
  );
}
