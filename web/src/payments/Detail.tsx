import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '@/api/queries.ts';
import { won } from '@/text/format.ts';
import { bank, paymentPurpose, paymentStatus, refundCause, refundStatus } from '@/text/labels.ts';
import { StatusBadge } from '@/ui/Notice.tsx';
import { Card, Facts, PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Instant } from '@/ui/Time.tsx';
import { RefundAccount } from './RefundAccount.tsx';

export function PaymentDetail() {
  const id = useParams().id!;
  const payment = useQuery({ ...get('/api/payments/{id}', { params: { path: { id } } }), refetchInterval: ({ state }) => (state.data?.status === 'PENDING' ? 15_000 : false) });
  return (
    <Loaded query={payment}>
      {(one) => (
        <>
          <p className="mb-3"><Link to="/payments" className="text-ink-3 hover:text-ink">← 결제</Link></p>
          <PageTitle title={<span className="written">{one.orderName}</span>} documentTitle={one.orderName} lead={<StatusBadge of={paymentStatus[one.status]} />} />
          <div className="grid gap-6">
            {one.refundAccountNeeded && <RefundAccount of={one} />}
            <Card>
              <Facts of={[
                ['금액', <strong className="num text-xl">{won(one.amount)}</strong>],
                ['항목', paymentPurpose[one.purpose]],
                ...(one.paidAt ? [['결제한 때', <Instant at={one.paidAt} />] as [string, React.ReactNode]] : []),
                ...(one.failure ? [['결제하지 못한 까닭', <span className="written">{one.failure}</span>] as [string, React.ReactNode]] : []),
                ...(one.refundAccount ? [['환불 계좌', <span className="written">{bank[one.refundAccount.bank]} {one.refundAccount.number} {one.refundAccount.holderName}</span>] as [string, React.ReactNode]] : []),
                ['결제 번호', <code className="text-sm">{one.paymentId}</code>],
                ['상담', <Link className="underline underline-offset-4" to={`/consultations/${one.subjectId}`}>상담 보기</Link>],
                ...(one.receiptUrl ? [['영수증', <a className="underline underline-offset-4" href={one.receiptUrl} target="_blank" rel="noreferrer noopener">영수증 열기 (새 창)</a>] as [string, React.ReactNode]] : []),
              ]} />
            </Card>
            {one.refunds.length > 0 && (
              <Card>
                <h2 className="mb-4 text-lg">환불</h2>
                <ul className="divide-y divide-line">
                  {one.refunds.map((refund) => (
                    <li key={refund.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                      <div><p>{refundCause[refund.cause]}</p><p className="text-sm text-ink-3"><Instant at={refund.settledAt ?? refund.createdAt} /></p>{refund.note && <p className="written text-sm text-ink-2">{refund.note}</p>}</div>
                      <div className="flex items-center gap-3"><StatusBadge of={refundStatus[refund.status]} /><strong className="num">{won(refund.amount)}</strong></div>
                    </li>
                  ))}
                </ul>
                <p className="mt-3 text-sm text-ink-3">카드사에 따라 명세서에 반영되기까지 며칠이 걸릴 수 있습니다.</p>
              </Card>
            )}
          </div>
        </>
      )}
    </Loaded>
  );
}
