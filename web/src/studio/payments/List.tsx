import { useInfiniteQuery } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { list } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { paymentPurpose, paymentStatus } from '@/text/labels.ts';
import { Listed } from '@/ui/More.tsx';
import { Badge, StatusBadge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { Ago } from '@/ui/Time.tsx';
import { Choice, Filters, Found, SearchBox } from '../parts/Filters.tsx';
import { useFilters } from '../parts/filters.ts';
import { Person, RowLink } from '../parts/Row.tsx';

const columns: Column<Schema['PaymentLine']>[] = [
  { head: '결제', cell: (one) => <RowLink to={`/admin/payments/${one.id}`}>{one.orderName}</RowLink> },
  { head: '상태', cell: (one) => <span className="flex flex-wrap gap-1.5"><StatusBadge of={paymentStatus[one.status]} />{one.flags > 0 && <Badge tone="bad"><Flag aria-hidden="true" className="mr-1 size-3.5" />의심 {one.flags}건</Badge>}</span> },
  { head: '금액', cell: (one) => <span className="whitespace-nowrap">{won(one.amount)}</span>, align: 'right' },
  { head: '환불', cell: (one) => <span className="whitespace-nowrap">{one.refunded ? won(one.refunded) : '–'}</span>, align: 'right', from: 'sm' },
  { head: '고객', cell: (one) => <Person of={one.customer} to={`/admin/customers/${one.customer.id}`} />, from: 'sm' },
  { head: '무엇', cell: (one) => <span className="whitespace-nowrap">{paymentPurpose[one.purpose]}</span>, from: 'lg' },
  { head: '결제일', cell: (one) => <span className="whitespace-nowrap">{one.paidAt ? <Ago at={one.paidAt} /> : '–'}</span>, from: 'sm' },
];

export function PaymentList() {
  const [filters, set] = useFilters('status', 'flagged', 'q');
  const query = { status: filters.status as Schema['PaymentStatus'], ...(filters.flagged && { flagged: true }), q: filters.q };
  const payments = useInfiniteQuery({ ...list('/api/admin/payments', { params: { query } }), refetchInterval: 30_000 });
  const narrowed = Boolean(filters.status || filters.flagged || filters.q);
  return (
    <>
      <PageTitle title="결제" className="mb-5" />
      <Filters>
        <SearchBox label="고객 이름, 이메일" value={filters.q} onChange={(text) => set('q', text)} />
        <Choice label="상태" value={filters.status} onChange={(value) => set('status', value)} options={Object.entries(paymentStatus).map(([key, { text }]) => [key, text])} />
        <Choice label="의심" value={filters.flagged} onChange={(value) => set('flagged', value)} options={[['true', '의심 기록이 있는 것만']]} />
      </Filters>
      <Listed query={payments} empty={narrowed ? <Empty title="조건에 맞는 결제가 없습니다">검색어나 조건을 바꿔 보세요.</Empty> : <Empty title="아직 결제가 없습니다">고객이 분석 상담의 요금을 내면 이곳에 나타납니다.</Empty>}>
        {(items) => (
          <>
            {narrowed && <Found items={items.length} more={payments.hasNextPage} />}
            <Table dense caption="결제 목록" columns={columns} rows={items} rowKey={(one) => one.id} />
          </>
        )}
      </Listed>
    </>
  );
}
