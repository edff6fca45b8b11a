import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { ButtonLink } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Analysis } from './result/Analysis.tsx';

/** Why it ends here, what happens with the money, and what one can do now. */
export function Ended({ consultation: one }: { consultation: Schema['ConsultationDetails'] }) {
  const payments = useQuery(get('/api/payments', { params: { query: { limit: 100 } } })).data?.items ?? [];
  const paid = payments.filter((payment) => payment.subjectId === one.id && payment.paidAt);
  return (
    <div className="grid gap-6">
      {one.status === 'REJECTED' && (
        <Notice tone="bad" title={one.rejection?.code === 'INFEASIBLE' ? '만들기 어려운 것으로 판정되었습니다' : '진행해 드릴 수 없는 상담입니다'}>
          <p className="written">{one.rejection?.reason}</p>
          <p className="mt-2 text-ink-2">잘못 판단한 것 같다면 <a className="underline underline-offset-4" href="mailto:hello@joonbi.co.kr">hello@joonbi.co.kr</a>로 알려 주세요. 담당자가 다시 살펴봅니다.</p>
        </Notice>
      )}
      {one.status === 'FAILED' && <Notice tone="bad" title="분석을 마치지 못했습니다">여러 번 시도했지만 결과를 만들지 못했습니다. 담당자가 원인을 살피고 있으며, 다시 시작되면 알려 드립니다.</Notice>}
      {one.status === 'CANCELLED' && <Notice tone="neutral" title="취소된 상담입니다">다시 하시려면 새로 신청해 주세요.</Notice>}
      {paid.map((payment) => (
        <Notice key={payment.id} tone="info" title={payment.refunded > 0 ? `요금 ${won(payment.refunded)}을 돌려 드렸습니다` : `내신 요금 ${won(payment.amount)}을 전액 돌려 드립니다`}>
          카드사에 따라 며칠이 걸릴 수 있습니다. <Link className="underline underline-offset-4" to={`/payments/${payment.id}`}>결제 내역에서 확인하기</Link>
        </Notice>
      ))}
      {one.analysis && <Analysis analysis={one.analysis} />}
      <div><ButtonLink to="/consultations/new">새 상담 신청</ButtonLink></div>
    </div>
  );
}
