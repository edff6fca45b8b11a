import type { UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import { explain } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Skeleton } from '@/ui/States.tsx';

/** Also the words that the customer reads, until the studio's person writes others. */
export const causeText: Record<Schema['RefundCause'], string> = {
  STUDIO_FAULT: '스튜디오의 사정으로 환불합니다.', ANALYSIS_FAILED: '분석을 마치지 못해 환불합니다.', INFEASIBLE: '만들기 어려운 것으로 판정되어 환불합니다.',
  REJECTED: '진행할 수 없는 상담이라 환불합니다.', CANCELLED_BEFORE_ANALYSIS: '분석 전에 취소하셔서 환불합니다.', CANCELLED_AFTER_DEPOSIT: '계약 후에 취소하셨습니다.',
  CHANGE_OF_MIND: '단순 변심으로 취소하셨습니다.', NOT_OWED: '내실 필요가 없는 결제라 환불합니다.', MISMATCH: '결제 정보가 맞지 않아 환불합니다.',
  BY_ADMIN: '담당자가 환불합니다.', AT_VENDOR: '결제사에서 취소되었습니다.',
};

const names: Partial<Record<Schema['RefundCause'], string>> = {
  STUDIO_FAULT: '스튜디오의 잘못', ANALYSIS_FAILED: '분석 실패', INFEASIBLE: '구현 불가 판정', REJECTED: '상담 거절', CANCELLED_BEFORE_ANALYSIS: '분석 전 취소',
  CANCELLED_AFTER_DEPOSIT: '계약 후 취소', CHANGE_OF_MIND: '단순 변심', NOT_OWED: '중복되거나 필요 없는 결제', MISMATCH: '결제 정보 불일치',
};

/** What the rule of each cause returns of this payment. */
export function RuleChoice({ preview, onChoose }: { preview: UseQueryResult<Schema['RefundPreview']>; onChoose: (line: Schema['RefundRuleLine']) => void }) {
  const name = useId();
  if (preview.isError) return <Notice tone="warn">{explain(preview.error)}</Notice>;
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">규칙으로 정하기 <span className="text-sm font-normal text-ink-3">(선택하면 금액과 사유를 채웁니다)</span></legend>
      {!preview.data ? <Skeleton className="h-40" /> : (
        <ul className="max-h-60 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {preview.data.rules.map((line) => (
            <li key={line.cause}>
              <label className="flex min-h-10 items-center gap-3 px-3 py-1.5 hover:bg-sunken">
                <input type="radio" name={name} onChange={() => onChoose(line)} className="size-4 accent-accent" />
                <span className="flex-1">{names[line.cause] ?? causeText[line.cause]}</span>
                <span className="num text-sm whitespace-nowrap">{line.amount > 0 ? won(line.amount) : '돌려주지 않음'}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
