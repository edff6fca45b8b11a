import { useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { Button, type ButtonLook } from '@/ui/Button.tsx';
import { ConfirmDialog } from '@/ui/Dialog.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { useIntention } from '../intention.ts';
import { useShortcuts } from '../keys/shortcuts.ts';
import { CorrectBrief } from './CorrectBrief.tsx';
import { allowed, changed, type Dossier } from './dossier.ts';
import { Reject } from './Reject.tsx';

type Action = 'correct' | 'reject' | 'overrule' | 'retry' | 'trigger' | 'close';

const buttons: { id: Action; keys: string; label: string; look?: ButtonLook['look'] }[] = [
  { id: 'retry', keys: 't', label: '분석 다시 시도', look: 'primary' },
  { id: 'overrule', keys: 'o', label: '거절 취소', look: 'primary' },
  { id: 'trigger', keys: 't', label: '분석 요청 다시 보내기' },
  { id: 'correct', keys: 'e', label: '내용 수정' },
  { id: 'close', keys: 'x', label: '대화 종료' },
  { id: 'reject', keys: 'r', label: '거절', look: 'danger' },
];

/** What can be done with it now; each asks first, and each has its key. */
export function Actions({ of: one }: { of: Dossier }) {
  const [open, setOpen] = useState<Action>();
  const intend = useIntention();
  const may = allowed(one);
  const shown = buttons.filter(({ id }) => may[id]);
  useShortcuts('이 상담', shown.map(({ id, keys, label }) => ({ keys, does: label, run: () => setOpen(id) })));
  const close = () => setOpen(undefined);
  const params = { path: { id: one.id } };
  const act = (path: 'overrule' | 'retry' | 'close', said: string) => async () => {
    changed(await intend((header) => ask(api.POST(`/api/admin/consultations/{id}/${path}`, { params: { ...params, header } }))));
    toast(said);
  };
  return (
    <>
      {shown.map(({ id, keys, label, look = 'secondary' }) => <Button key={id} size="sm" className="min-h-10" look={look} aria-keyshortcuts={keys} onClick={() => setOpen(id)}>{label}</Button>)}
      <ConfirmDialog open={open === 'overrule'} onClose={close} title="거절을 취소할까요?" confirm="거절 취소" onConfirm={act('overrule', '거절을 취소했습니다')}>
        <p>방금 접수된 것처럼 이어서 진행하고, 다시 심사하지 않습니다. 분석 상담은 무료 자리가 남았으면 바로 분석하고, 아니면 고객에게 결제를 요청합니다.</p>
      </ConfirmDialog>
      <ConfirmDialog open={open === 'retry'} onClose={close} title="분석을 다시 시도할까요?" confirm="다시 시도" onConfirm={act('retry', '분석을 다시 시작합니다')}>
        <p>처음부터 모든 시도를 새로 합니다. 이미 환불한 요금은 다시 받지 않습니다.</p>
      </ConfirmDialog>
      <ConfirmDialog open={open === 'trigger'} onClose={close} title="분석 요청을 다시 보낼까요?" confirm="다시 보내기" onConfirm={act('retry', '분석 요청을 다시 보냅니다')}>
        <p>Discord 채널에 같은 요청을 한 번 더 올립니다. 먼저 시작한 쪽만 분석하므로 두 번 진행되지는 않습니다.</p>
      </ConfirmDialog>
      <ConfirmDialog open={open === 'close'} onClose={close} title="대화를 마칠까요?" confirm="대화 종료" danger onConfirm={act('close', '대화를 마쳤습니다')}>
        <p>고객도 더는 쓸 수 없습니다. 새로 물을 것이 있으면 새 상담을 신청해야 합니다.</p>
      </ConfirmDialog>
      {open === 'reject' && <Reject of={one} onClose={close} />}
      {open === 'correct' && <CorrectBrief of={one} onClose={close} />}
    </>
  );
}
