import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Link } from 'react-router';
import { get } from '@/api/queries.ts';
import { count, shortDate, today, won } from '@/text/format.ts';
import { controlClass } from '@/ui/Field.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { DownloadButton } from '../parts/DownloadButton.tsx';
import { useFilters } from '../parts/filters.ts';
import { Entries } from './Entries.tsx';
import { Totals } from './Totals.tsx';

/** What came and went, by day and entry by entry; both can be had for a spreadsheet. */
export function Ledger() {
  const [filters, set] = useFilters('from', 'to', 'kind');
  const from = filters.from ?? `${today().slice(0, 8)}01`;
  const to = filters.to ?? today();
  const report = useQuery(get('/api/admin/ledger', { params: { query: { from, to } } }));
  const days = `from=${from}&to=${to}`;
  return (
    <>
      <PageTitle title="정산" className="mb-5" />
      <div className="mb-5 flex flex-wrap items-center gap-3" role="group" aria-label="기간">
        <label><span className="sr-only">첫날</span><input type="date" value={from} max={to} onChange={(event) => set('from', event.target.value)} className={controlClass} /></label>
        <span aria-hidden="true">~</span>
        <label><span className="sr-only">마지막 날</span><input type="date" value={to} min={from} onChange={(event) => set('to', event.target.value)} className={controlClass} /></label>
        <DownloadButton path={`/api/admin/ledger.csv?${days}`} name={`정산-${from}-${to}.csv`}><Download aria-hidden="true" className="size-4" />날짜별 CSV</DownloadButton>
        <DownloadButton path={`/api/admin/ledger/entries.csv?${days}`} name={`장부-${from}-${to}.csv`}><Download aria-hidden="true" className="size-4" />항목별 CSV</DownloadButton>
      </div>
      <Loaded query={report}>
        {(ledger) => (
          <div className="grid grid-cols-1 gap-6">
            {ledger.agrees
              ? <p className="text-sm text-good">장부와 모든 결제의 상태가 일치합니다.</p>
              : <Notice tone="bad" title="장부와 상태가 다른 결제가 있습니다"><ul>{ledger.differences.map((one) => <li key={one.paymentId}><Link to={`/admin/payments/${one.paymentId}`} className="underline underline-offset-4">장부 {won(one.ledger.paid - one.ledger.refunded)}, 결제 {won(one.payment.paid - one.payment.refunded)}</Link></li>)}</ul></Notice>}
            <Totals of={ledger} />
            <Table dense caption="날짜별 정산" rows={[...ledger.days].reverse()} rowKey={(day) => day.day} columns={[
              { head: '날짜', cell: (day) => <span className="whitespace-nowrap">{shortDate(day.day)}</span> },
              { head: '결제', cell: (day) => money(day.payments), align: 'right' },
              { head: '환불', cell: (day) => money(day.refunds), align: 'right' },
              { head: '차액', cell: (day) => money(day.net), align: 'right' },
              { head: '누계', cell: (day) => <span className="whitespace-nowrap">{won(day.total)}</span>, align: 'right', from: 'sm' },
              { head: '의심', cell: (day) => (day.flags ? count(day.flags) : '–'), align: 'right', from: 'sm' },
              { head: '묶인 돈', cell: (day) => money(day.suspense), align: 'right', from: 'sm' },
            ]} />
            <Entries from={from} to={to} kind={filters.kind} onKind={(kind) => set('kind', kind)} />
          </div>
        )}
      </Loaded>
    </>
  );
}

const money = (value: number) => <span className="whitespace-nowrap">{value ? won(value) : '–'}</span>;
