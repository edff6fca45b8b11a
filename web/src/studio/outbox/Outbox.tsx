import { useInfiniteQuery } from '@tanstack/react-query';
import { list } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { Listed } from '@/ui/More.tsx';
import { Badge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Ago } from '@/ui/Time.tsx';
import { eventName, handler, lane } from '../labels.ts';
import { Choice, Filters } from '../parts/Filters.tsx';
import { useFilters } from '../parts/filters.ts';
import { RowLink } from '../parts/Row.tsx';
import { Resend } from './Resend.tsx';

/** Deliveries that were given up. What they should have said is not shown: it may be about a person. */
export function Outbox() {
  const [filters, set] = useFilters('lane');
  const dead = useInfiniteQuery({ ...list('/api/admin/outbox', { params: { query: { lane: filters.lane as Schema['Lane'] } } }), refetchInterval: 15_000 });
  return (
    <>
      <PageTitle title="발송 실패" className="mb-5" lead="여러 번 시도했지만 보내지 못한 것입니다. 원인이 사라졌으면 다시 보내 주세요." />
      <Filters><Choice label="보낼 곳" value={filters.lane} onChange={(value) => set('lane', value)} options={Object.entries(lane)} /></Filters>
      <Listed query={dead} empty={<Empty title="실패한 발송이 없습니다">메일, Discord, 환불 요청이 모두 제대로 나가고 있습니다.</Empty>}>
        {(items) => (
          <ul aria-label="실패한 발송" className="divide-y divide-line rounded-lg border border-line bg-surface">
            {items.map((one) => <Message key={one.id} of={one} />)}
          </ul>
        )}
      </Listed>
    </>
  );
}

const Message = ({ of: one }: { of: Schema['DeadMessage'] }) => (
  <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
    <div className="min-w-0 flex-1 basis-64">
      <p className="flex flex-wrap items-center gap-2"><Badge tone="bad">{lane[one.lane]}</Badge>
        {one.consultationId ? <RowLink to={`/admin/consultations/${one.consultationId}`}>{handler(one.handler)}</RowLink> : <span className="font-semibold">{handler(one.handler)}</span>}
        <span className="text-sm text-ink-3">{eventName(one.eventType)}</span>
      </p>
      {one.lastError && <p className="written mt-1 text-sm text-bad">{one.lastError}</p>}
      <p className="mt-1 text-sm text-ink-3"><Ago at={one.occurredAt} />에 생김 · {one.attempts}번 시도 · <Ago at={one.failedAt} />에 포기</p>
    </div>
    <Resend id={one.id} name={handler(one.handler)} />
  </li>
);
