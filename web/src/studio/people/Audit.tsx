import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { list } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { Listed } from '@/ui/More.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Instant } from '@/ui/Time.tsx';
import { auditActions, fieldName, fieldValue } from '../labels.ts';
import { Choice, Filters } from '../parts/Filters.tsx';
import { useFilters } from '../parts/filters.ts';

const places: Record<string, string> = { consultation: 'consultations', payment: 'payments', customer: 'customers', user: 'customers' };

/** Who of the studio changed what. Nothing here can be changed or deleted. */
export function AuditLog() {
  const [filters, set] = useFilters('action');
  const entries = useInfiniteQuery(list('/api/admin/audit-log', { params: { query: { action: filters.action } } }));
  return (
    <>
      <PageTitle title="감사 기록" className="mb-5" lead="관리자가 바꾼 모든 것이 남고, 고치거나 지울 수 없습니다." />
      <Filters><Choice label="한 일" value={filters.action} onChange={(value) => set('action', value)} options={Object.entries(auditActions)} /></Filters>
      <Listed query={entries} empty={<Empty title="기록이 없습니다">관리자가 무엇을 바꾸면 이곳에 남습니다.</Empty>}>
        {(items) => <ol aria-label="감사 기록" className="divide-y divide-line rounded-lg border border-line bg-surface">{items.map((one) => <Entry key={one.id} of={one} />)}</ol>}
      </Listed>
    </>
  );
}

function Entry({ of: one }: { of: Schema['AuditEntry'] }) {
  const subject = one.subject.toLowerCase();
  const place = places[subject];
  const say = (field: string, value: string) => fieldValue(subject, field, value);
  return (
    <li className="px-4 py-3 sm:px-5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>{auditActions[one.action] ?? one.action}</b>
        <span className="written text-ink-2">{one.actorName ?? '명령줄'}</span>
        <span className="text-sm text-ink-3"><Instant at={one.at} /></span>
        {place && <Link to={`/admin/${place}/${one.subjectId}`} data-row className="ml-auto text-sm underline underline-offset-4">열기<span className="sr-only"> {auditActions[one.action] ?? one.action}</span></Link>}
      </p>
      {one.changes.length > 0 && (
        <dl className="mt-1 grid gap-x-4 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
          {one.changes.map((change) => <div key={change.field} className="contents"><dt className="text-ink-3">{fieldName(change.field)}</dt><dd className="written min-w-0">{change.before != null && <><del className="text-ink-3">{say(change.field, change.before)}</del> → </>}{change.after == null ? '없음' : say(change.field, change.after)}</dd></div>)}
        </dl>
      )}
    </li>
  );
}
