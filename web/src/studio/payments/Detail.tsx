import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { get } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { paymentPurpose, paymentStatus } from '@/text/labels.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice, StatusBadge } from '@/ui/Notice.tsx';
import { Facts, PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Instant } from '@/ui/Time.tsx';
import { useShortcuts } from '../keys/shortcuts.ts';
import { paymentMethod } from '../labels.ts';
import { Panel } from '../parts/Panel.tsx';
import { bank } from '@/text/labels.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { Flags } from './Flags.tsx';
import { RefundDialog } from './RefundDialog.tsx';
import { Refunds } from './Refunds.tsx';

const isOpen = (one: Schema['PaymentDossier']) => one.status === 'PENDING' || one.refunds.some((refund) => refund.status === 'PENDING' || refund.status === 'REQUESTED');

export function PaymentPage() {
  const { id = '' } = useParams();
  const payment = useQuery({ ...get('/api/admin/payments/{id}', { params: { path: { id } } }), refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? 3_000 : 60_000) });
  return (
    <>
      <Link to="/admin/payments" className="mb-2 inline-block py-1 text-sm text-ink-3 hover:text-ink">← 결제 목록</Link>
      {!payment.data && <PageTitle className="mb-5" title="결제" />}
      <Loaded query={payment}>{(one) => <Payment key={one.id} of={one} />}</Loaded>
    </>
  );
}

function Payment({ of: one }: { of: Schema['PaymentDossier'] }) {
  const [refunding, setRefunding] = useState(false);
  const [naming, setNaming] = useState(false);
  useShortcuts('이 결제', one.refundable > 0 ? [{ keys: 'r', does: '환불하기', run: () => setRefunding(true) }] : []);
  return (
    <>
      <PageTitle className="mb-5" title={`${one.orderName} ${won(one.amount)}`} actions={one.refundable > 0 && <Button look="secondary" aria-keyshortcuts="r" onClick={() => setRefunding(true)}>환불하기</Button>} />
      <div className="grid items-start gap-6 xl:grid-cols-[26rem_minmax(0,1fr)]">
        <Panel title="결제" aside={<span role="status"><StatusBadge of={paymentStatus[one.status]} /></span>}>
          <Facts className="text-sm" of={[
            ['무엇', <Link to={`/admin/consultations/${one.subjectId}`} className="underline underline-offset-4">{paymentPurpose[one.purpose]}</Link>],
            ['고객', <Link to={`/admin/customers/${one.customer.id}`} className="written underline underline-offset-4">{one.customer.name} ({one.customer.email})</Link>],
            ['들어온 돈', <span className="num">{won(one.paid)}</span>],
            ['돌려준 돈', <span className="num">{won(one.refunded)}</span>],
            ['더 돌려줄 수 있는 돈', <span className="num font-semibold">{won(one.refundable)}</span>],
            ['방법', <span className="written">{one.method ? paymentMethod(one.method) : '–'}</span>],
            ...(one.failure ? [['실패한 까닭', <span className="written">{one.failure}</span>] as [string, ReactNode]] : []),
            ['요청', <Instant at={one.createdAt} />],
            ['결제', one.paidAt ? <Instant at={one.paidAt} /> : '–'],
            ...(one.nextCheckAt ? [['다음 확인', <Instant at={one.nextCheckAt} />] as [string, ReactNode]] : []),
            ['결제사의 번호', <code className="written text-xs">{one.paymentId}</code>],
            ['거래 번호', <code className="written text-xs">{one.transactionId ?? '–'}</code>],
            ...(one.receiptUrl ? [['영수증', <a href={one.receiptUrl} target="_blank" rel="noreferrer noopener" className="underline underline-offset-4">영수증 보기</a>] as [string, ReactNode]] : []),
          ]} />
        </Panel>
        <div className="grid min-w-0 gap-6">
          {one.flags.length > 0 && <Flags of={one.flags} />}
          {one.refundAccountNeeded && (
            <Notice tone="warn" title="환불 계좌가 필요합니다" action={<Button size="sm" look="secondary" onClick={() => setNaming(true)}>계좌 입력하기</Button>}>
              가상계좌로 낸 돈은 고객이 말한 계좌로 돌려줍니다. 고객도 자기 결제 화면에서 입력할 수 있습니다.
            </Notice>
          )}
          {one.refundAccount && <p className="text-sm text-ink-2">환불 계좌: {bank[one.refundAccount.bank]} <span className="num">{one.refundAccount.number}</span> <span className="written">{one.refundAccount.holderName}</span></p>}
          <Refunds of={one.refunds} />
        </div>
      </div>
      {naming && <AccountDialog of={one} onClose={() => setNaming(false)} />}
      {refunding && <RefundDialog of={one} onClose={() => setRefunding(false)} />}
    </>
  );
}
