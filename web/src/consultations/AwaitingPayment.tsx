import { useState } from 'react';
import { newKey } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { pay } from '@/payments/pay.ts';
import { dateTime, won } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';

/** The fee, until when, and the way to the payment window. */
export function AwaitingPayment({ consultation }: { consultation: Schema['ConsultationDetails'] }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [key] = useState(newKey);
  async function open() {
    setBusy(true);
    setFailure(undefined);
    try {
      await pay({ purpose: 'CONSULTATION', subjectId: consultation.id }, key);
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Card className="grid gap-5">
      <h2 className="text-lg">분석 상담 요금</h2>
      {consultation.payment && (
        <p><strong className="num block text-3xl font-extrabold">{won(consultation.payment.amount)}</strong>
          <span className="text-ink-2">{dateTime(consultation.payment.dueBy)}까지 결제하지 않으시면 자동으로 취소됩니다.</span></p>
      )}
      <ul className="grid list-disc gap-1 pl-5 text-ink-2">
        <li>결제가 확인되면 바로 분석을 시작합니다.</li>
        <li>분석이 시작되기 전에 취소하시거나, 분석이 실패하거나, 만들 수 없는 것으로 판정되면 전액 돌려 드립니다.</li>
        <li>제작을 맡기시면 이 요금은 계약금에서 뺍니다.</li>
      </ul>
      {failure !== undefined && <Notice tone="bad" live title="결제창을 열지 못했습니다">{explain(failure)}</Notice>}
      <div><Button size="lg" busy={busy} onClick={() => void open()}>결제하기</Button></div>
    </Card>
  );
}
