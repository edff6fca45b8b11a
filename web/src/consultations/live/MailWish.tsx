import { useQuery } from '@tanstack/react-query';
import { explain } from '@/api/problem.ts';
import { outdated } from '@/api/queries.ts';
import { wish, wishes } from '@/notifications/wishes.ts';
import { Switch } from '@/ui/Switch.tsx';
import { toast } from '@/ui/Toasts.tsx';

/** Whether a mail tells of the end, asked where one would otherwise wait. */
export function MailWish() {
  const held = useQuery(wishes).data;
  const result = held?.preferences.find(({ kind }) => kind === 'CONSULTATION_RESULT');
  async function change(email: boolean) {
    try {
      await wish(held!, 'CONSULTATION_RESULT', email);
    } catch (problem) {
      toast('바꾸지 못했습니다', explain(problem));
      await outdated('/api/notifications/preferences');
    }
  }
  if (!result) return <div className="h-14" />;
  return (
    <div className="rounded-md bg-sunken p-4">
      <Switch label="끝나면 메일로 알려 주세요" checked={result.email} disabled={result.required} onChange={(email) => void change(email)} />
    </div>
  );
}
