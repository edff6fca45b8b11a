import { Badge } from '@/ui/Notice.tsx';
import { Ago } from '@/ui/Time.tsx';
import { handler, lane } from '../labels.ts';
import { Resend } from '../outbox/Resend.tsx';
import { Panel } from '../parts/Panel.tsx';
import { dossierQuery, type Dossier } from './dossier.ts';
import { queryClient } from '@/api/queries.ts';

/** What should have gone out and has not: on its way, or given up. */
export function Deliveries({ of: one }: { of: Dossier }) {
  if (one.deliveries.length === 0) return null;
  return (
    <Panel title="아직 나가지 않은 것">
      <ul className="grid gap-3 text-sm">
        {one.deliveries.map((delivery) => (
          <li key={delivery.id} className="flex flex-wrap items-start justify-between gap-2">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-semibold">{handler(delivery.handler)} <span className="font-normal text-ink-3">{lane[delivery.lane]}</span> {delivery.failedAt ? <Badge tone="bad">발송 실패</Badge> : <Badge tone="info">발송 대기</Badge>}</p>
              <p className="text-ink-3"><Ago at={delivery.occurredAt} /> · {delivery.attempts}번 시도</p>
              {delivery.lastError && <p className="written text-bad">{delivery.lastError}</p>}
            </div>
            {delivery.failedAt && <Resend id={delivery.id} name={handler(delivery.handler)} onSent={() => queryClient.invalidateQueries({ queryKey: dossierQuery(one.id).queryKey })} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
