import { Send } from 'lucide-react';
import { useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { outdated } from '@/api/queries.ts';
import { Button } from '@/ui/Button.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { useIntention } from '../intention.ts';

/** Sends a message that was given up once more, with all attempts anew. */
export function Resend({ id, name, onSent }: { id: string; name: string; onSent?: () => unknown }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const intend = useIntention();
  async function send() {
    setBusy(true);
    setFailure(undefined);
    try {
      await intend((header) => ask(api.POST('/api/admin/outbox/{id}/retry', { params: { path: { id }, header } })));
      toast('다시 보내고 있습니다', '또 실패하면 목록에 다시 나타납니다.');
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
      void outdated('/api/admin/outbox');
      void outdated('/api/admin/dashboard');
      onSent?.();
    }
  }
  return (
    <div className="grid justify-items-end gap-1">
      <Button look="secondary" size="sm" busy={busy} onClick={() => void send()} aria-label={`${name} 다시 보내기`}><Send aria-hidden="true" className="size-4" />다시 보내기</Button>
      {failure !== undefined && <p role="alert" className="max-w-56 text-right text-sm text-bad">{explain(failure)}</p>}
    </div>
  );
}
