import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { list } from '@/api/queries.ts';
import { won } from '@/text/format.ts';
import { paymentPurpose, paymentStatus } from '@/text/labels.ts';
import { Listed } from '@/ui/More.tsx';
import { StatusBadge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { Day } from '@/ui/Time.tsx';

export function PaymentList() {
  const payments = useInfiniteQuery(list('/api/payments'));
  return (
    <>
      <PageTitle title="결제" />
      <Listed query={payments} empty={<Empty title="결제하신 내역이 없습니다">결제가 필요하면 상담 화면에서 안내해 드립니다.</Empty>}>
        {(items) => (
          <Table caption="결제 내역" rows={items} rowKey={({ id }) => id} columns={[
            { head: '내용', cell: (one) => <Link to={`/payments/${one.id}`} className="written font-semibold underline underline-offset-4">{one.orderName}</Link>, className: 'min-w-44' },
            { head: '항목', cell: (one) => paymentPurpose[one.purpose], className: 'whitespace-nowrap' },
            { head: '상태', cell: (one) => <StatusBadge of={paymentStatus[one.status]} /> },
            { head: '금액', cell: (one) => won(one.amount), align: 'right', className: 'whitespace-nowrap' },
            { head: '돌려받은 금액', cell: (one) => (one.refunded ? won(one.refunded) : '–'), align: 'right', className: 'whitespace-nowrap' },
            { head: '날짜', cell: (one) => <Day at={one.paidAt ?? one.createdAt} />, className: 'whitespace-nowrap' },
          ]} />
        )}
      </Listed>
    </>
  );
}
