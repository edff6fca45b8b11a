import { useInfiniteQuery } from '@tanstack/react-query';
import { list } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { refundCause } from '@/text/labels.ts';
import { Listed } from '@/ui/More.tsx';
import { StatusBadge } from '@/ui/Notice.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { Instant } from '@/ui/Time.tsx';
import { flagReason, ledgerKind } from '../labels.ts';
import { Choice } from '../parts/Filters.tsx';
import { Person, RowLink } from '../parts/Row.tsx';
import { sum } from './Flags.tsx';

const columns: Column<Schema['LedgerEntry']>[] = [
  { head: '번호', cell: (one) => one.number, align: 'right', from: 'sm' },
  { head: '무엇', cell: (one) => <RowLink to={`/admin/payments/${one.paymentId}`}>{one.orderName}</RowLink> },
  { head: '종류', cell: (one) => <><StatusBadge of={ledgerKind[one.kind]} />{(one.cause || one.reason) && <p className="text-xs text-ink-3">{one.cause ? refundCause[one.cause] : flagReason[one.reason!]}</p>}</> },
  { head: '금액', cell: (one) => <span className="whitespace-nowrap">{sum(one.amount, one.currency)}</span>, align: 'right' },
  { head: '고객', cell: (one) => <Person of={one.customer} to={`/admin/customers/${one.customer.id}`} />, from: 'sm' },
  { head: '때', cell: (one) => <span className="whitespace-nowrap"><Instant at={one.at} /></span>, from: 'sm' },
];

/** The ledger itself: what is written there can be neither changed nor deleted. */
export function Entries({ from, to, kind, onKind }: { from: string; to: string; kind: string | undefined; onKind: (kind: string) => void }) {
  const entries = useInfiniteQuery(list('/api/admin/ledger/entries', { params: { query: { from, to, kind: kind as Schema['LedgerKind'] } } }));
  return (
    <section aria-labelledby="entries">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="entries" className="text-lg">장부</h2>
        <Choice label="종류" value={kind} onChange={onKind} options={Object.entries(ledgerKind).map(([key, { text }]) => [key, text])} />
      </div>
      <Listed query={entries} empty={<p className="rounded-lg border border-dashed border-line-strong px-5 py-8 text-center text-ink-2">이 기간에는 적힌 것이 없습니다.</p>}>
        {(items) => <Table dense caption="장부 항목" columns={columns} rows={items} rowKey={(one) => `${one.number}`} />}
      </Listed>
    </section>
  );
}
