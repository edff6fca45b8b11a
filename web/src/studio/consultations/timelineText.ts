import type { Schema } from '@/api/types.ts';
import { documentType } from '@/text/labels.ts';

type Line = Schema['TimelineLine'];
/** `out`: it left us. `in`: it came from outside. */
export interface Told { title: string; way?: 'out' | 'in'; detail?: string }

const texts: Record<Schema['TimelineKind'], (line: Line) => Told> = {
  SUBMITTED: () => ({ title: '상담을 신청했습니다', way: 'in' }),
  ON_HOLD: () => ({ title: '참고 사이트 주소를 기다립니다', way: 'out', detail: '고객에게 메일로 요청' }),
  AWAITING_PAYMENT: () => ({ title: '결제를 기다립니다', way: 'out', detail: '고객에게 결제 안내 메일' }),
  PAID: () => ({ title: '분석 요금이 결제되었습니다', way: 'in' }),
  QUEUED: ({ attempt }) => ({ title: `분석 요청을 보낼 차례가 되었습니다${attempt ? ` (${attempt}번째 시도)` : ''}` }),
  TRIGGERED: ({ reference }) => ({ title: 'Discord로 분석을 요청했습니다', way: 'out', ...(reference && { detail: `돌아온 메시지 번호 ${reference}` }) }),
  STARTED: ({ attempt }) => ({ title: `분석을 시작했습니다${attempt ? ` (${attempt}번째 시도)` : ''}`, way: 'in' }),
  PROGRESS: ({ percent, text }) => ({ title: `${percent ?? 0}% ${text ?? ''}`, way: 'in' }),
  ANALYSIS: () => ({ title: '분석 결과를 받았습니다', way: 'in' }),
  DOCUMENT: ({ document, version }) => ({ title: `${document ? documentType[document] : '문서'} ${version ?? 1}판을 받았습니다`, way: 'in' }),
  DESIGNS: ({ version }) => ({ title: `화면 시안 ${version ?? 1}판을 받았습니다`, way: 'in' }),
  ATTEMPT_FAILED: ({ attempt }) => ({ title: `${attempt ?? ''}번째 시도가 실패했습니다`, way: 'in' }),
  COMPLETED: () => ({ title: '완료되었습니다', way: 'out', detail: '고객에게 결과 메일과 알림' }),
  REJECTED: () => ({ title: '진행하지 않기로 했습니다', way: 'out', detail: '고객에게 사유 메일과 알림' }),
  OVERRULED: () => ({ title: '거절을 취소했습니다' }),
  FAILED: () => ({ title: '분석이 끝내 실패했습니다', way: 'out', detail: '고객에게 사과 메일, 요금 환불' }),
  CANCELLED: () => ({ title: '취소되었습니다' }),
  CHANGED: () => ({ title: '상담 내용을 고쳤습니다' }),
  MESSAGE: ({ actor }) => ({ title: '메시지를 썼습니다', way: actor === 'ADMIN' ? 'out' : 'in' }),
  CLOSED: () => ({ title: '대화를 마쳤습니다' }),
  SHARED: () => ({ title: '공유 링크를 만들었습니다' }),
  UNSHARED: () => ({ title: '공유 링크를 거두었습니다' }),
  ATTENTION: () => ({ title: '사람을 불렀습니다', way: 'out', detail: '관리자에게 메일과 알림' }),
};

export const tell = (line: Line): Told => texts[line.kind](line);

/** Reports of progress that follow one another are one entry; the last of them is the one that counts. */
export function folded(lines: readonly Line[]): { line: Line; before: Line[] }[] {
  const entries: { line: Line; before: Line[] }[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (line.kind === 'PROGRESS' && last?.line.kind === 'PROGRESS') entries[entries.length - 1] = { line, before: [...last.before, last.line] };
    else entries.push({ line, before: [] });
  }
  return entries;
}
