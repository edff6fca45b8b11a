import { Link } from 'react-router';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { refundCause, refundStatus } from '@/text/labels.ts';
import { StatusBadge } from '@/ui/Notice.tsx';
import { Table } from '@/ui/Table.tsx';
import { Instant } from '@/ui/Time.tsx';
import { Panel } from '../parts/Panel.tsx';

export const Refunds = ({ of: refunds }: { of: Schema['RefundEntry'][] }) => (
  <Panel title="환불">
    {refunds.length === 0 ? <p className="text-ink-3">환불한 것이 없습니다.</p> : (
      <Table dense caption="환불 내역" rows={refunds} rowKey={(refund) => refund.id} columns={[
        { head: '까닭', cell: (refund) => <div className="min-w-32"><p>{refundCause[refund.cause]}</p>{refund.note && <p className="written text-ink-2">{refund.note}</p>}{refund.error && <p className="written text-bad">{refund.error}</p>}{refund.requestedBy && <Link to={`/admin/customers/${refund.requestedBy}`} className="text-ink-3 underline underline-offset-4">결정한 사람</Link>}</div> },
        { head: '상태', cell: (refund) => <StatusBadge of={refundStatus[refund.status]} /> },
        { head: '금액', cell: (refund) => <span className="whitespace-nowrap">{won(refund.amount)}</span>, align: 'right' },
        { head: '결정', cell: (refund) => <Instant at={refund.createdAt} />, from: 'sm' },
        { head: '끝', cell: (refund) => refund.settledAt ? <Instant at={refund.settledAt} /> : '–', from: 'lg' },
      ]} />
    )}
  </Panel>
);
