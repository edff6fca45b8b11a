import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { ButtonLink } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Loading } from '@/ui/States.tsx';
import { readReturn } from './pay.ts';

const often = 4_000;

/** Back from the payment window. What counts is what the service found at the vendor, never what the address says. */
export function PaymentReturn() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { paymentId, transactionId, problem } = readReturn(search);
  const [since] = useState(Date.now);
  const completion = useQuery({
    queryKey: ['payment-return', paymentId, transactionId],
    enabled: paymentId !== null,
    queryFn: ({ signal }) => ask(api.POST('/api/payments/complete', { body: { paymentId: paymentId!, transactionId }, headers: { 'x-repeatable': '1' }, signal })),
    // The window's yes may reach us before the bank's.
    refetchInterval: ({ state }) => (state.data?.status === 'PENDING' && !problem && Date.now() - since < 120_000 ? often : false),
  });
  const payment = completion.data;
  const paid = payment?.status === 'PAID';
  useEffect(() => {
    if (!paid) return;
    void outdated('/api/consultations');
    void outdated('/api/consultations/{id}');
    void outdated('/api/payments');
    const timer = setTimeout(() => void navigate(`/consultations/${payment!.subjectId}`, { replace: true }), 2_500);
    return () => clearTimeout(timer);
  }, [paid, payment, navigate]);
  const end = payment && ending(payment, problem);
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle title={end?.title ?? (completion.isError || !paymentId ? '결제를 확인하지 못했습니다' : '결제를 확인하고 있습니다')} />
      {!paymentId && <Notice tone="warn">결제 정보가 없는 주소입니다. 상담 화면에서 다시 시작해 주세요.</Notice>}
      {completion.isError && <Notice tone="bad" live>{explain(completion.error)} 결제하셨다면 걱정하지 마세요. 저희가 결제사에 직접 확인해 반영합니다.</Notice>}
      {paymentId && !payment && !completion.isError && <Loading />}
      {payment && end && (
        <div className="grid gap-6">
          <Notice tone={end.tone} live title={`${payment.orderName} · ${won(payment.amount)}`}>{end.text}</Notice>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={`/consultations/${payment.subjectId}`}>{end.action}</ButtonLink>
            <Link to={`/payments/${payment.id}`} className="inline-flex min-h-11 items-center px-3 underline underline-offset-4">결제 내역</Link>
          </div>
        </div>
      )}
    </div>
  );
}

type Ending = { title: string; tone: 'good' | 'warn' | 'bad' | 'info'; text: string; action: string };

/** Every way it can end, in words. */
export function ending(payment: Pick<Schema['PaymentDetails'], 'status' | 'failure'>, problem: string | null): Ending {
  switch (payment.status) {
    case 'PAID': return { title: '결제되었습니다', tone: 'good', text: '고맙습니다. 곧 상담 화면으로 옮겨 갑니다.', action: '상담 보기' };
    case 'FAILED': return { title: '결제하지 못했습니다', tone: 'bad', text: `${payment.failure ?? problem ?? '카드사에서 승인하지 않았습니다.'} 돈은 나가지 않았습니다. 다른 카드나 방법으로 다시 해 보세요.`, action: '다시 결제하러 가기' };
    case 'PENDING': return problem
      ? { title: '결제를 마치지 않으셨습니다', tone: 'warn', text: `${problem} 돈은 나가지 않았습니다. 기한 안에 언제든 다시 결제하실 수 있습니다.`, action: '다시 결제하러 가기' }
      : { title: '결제사의 확인을 기다리고 있습니다', tone: 'info', text: '가상계좌라면 입금하신 뒤에 확인됩니다. 이 창을 닫으셔도 확인되는 대로 분석을 시작하고 알려 드립니다.', action: '상담 보기' };
    case 'REFUNDED':
    case 'PARTIALLY_REFUNDED': return { title: '돌려 드린 결제입니다', tone: 'info', text: '결제가 취소되어 금액을 돌려 드렸습니다.', action: '상담 보기' };
    case 'CANCELLED': return { title: '취소된 결제입니다', tone: 'warn', text: '결제 금액이나 상점이 맞지 않았거나, 기한이 지나 취소되었습니다. 나간 돈이 있다면 전액 돌려 드립니다.', action: '상담 보기' };
  }
}
