import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, newKey } from '@/api/client.ts';
import { get, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { ConfirmDialog } from '@/ui/Dialog.tsx';
import { toast } from '@/ui/Toasts.tsx';

/** Cancels, after saying what comes back. */
export function CancelDialog({ consultation, open, onClose }: { consultation: Schema['ConsultationDetails']; open: boolean; onClose: () => void }) {
  const [key] = useState(newKey);
  const payments = useQuery({ ...get('/api/payments', { params: { query: { status: 'PAID', limit: 100 } } }), enabled: open }).data?.items ?? [];
  const fee = payments.find((one) => one.subjectId === consultation.id);
  async function cancel() {
    await ask(api.POST('/api/consultations/{id}/cancel', { params: { path: { id: consultation.id }, header: { 'Idempotency-Key': key } } }));
    await Promise.all([outdated('/api/consultations/{id}'), outdated('/api/consultations'), outdated('/api/payments')]);
    toast('상담을 취소했습니다');
  }
  return (
    <ConfirmDialog open={open} onClose={onClose} title="상담을 취소할까요?" confirm="상담 취소하기" danger onConfirm={cancel}>
      <p>취소한 상담은 되돌릴 수 없습니다. 다시 하시려면 새로 신청하셔야 합니다.</p>
      {fee && <p className="text-ink">분석을 시작하기 전이므로 내신 요금 <strong className="num">{won(fee.amount - fee.refunded)}</strong>을 전액 돌려 드립니다. 카드사에 따라 며칠이 걸릴 수 있습니다.</p>}
      {!fee && consultation.freeSlot && <p className="text-ink">무료 이벤트로 신청하셔서 돌려 드릴 요금은 없습니다.</p>}
      {!fee && !consultation.freeSlot && <p className="text-ink">내신 요금이 없어 돌려 드릴 것도 없습니다.</p>}
    </ConfirmDialog>
  );
}
