import { useQuery } from '@tanstack/react-query';
import { FileSearch, MessageCircle } from 'lucide-react';
import type { UseFormReturn } from 'react-hook-form';
import { get } from '@/api/queries.ts';
import { count, won } from '@/text/format.ts';
import { Badge } from '@/ui/Notice.tsx';
import type { Draft } from '../draft.ts';

const kinds = [
  { value: 'ANALYSIS', icon: FileSearch, title: '분석 상담', text: '30분 안팎에 분석과 견적, 네 가지 PDF 문서와 화면 시안을 받습니다. 참고할 사이트 주소가 필요합니다.' },
  { value: 'SIMPLE', icon: MessageCircle, title: '간편 상담', text: '담당자가 글로 답해 드립니다. 아직 무엇을 만들지 정하지 못하셨을 때 좋습니다.' },
] as const;

export function KindStep({ form }: { form: UseFormReturn<Draft> }) {
  const slots = useQuery({ ...get('/api/events/slots'), staleTime: 10_000 }).data;
  const price = (kind: string) => {
    if (kind === 'SIMPLE') return <Badge tone="neutral">무료</Badge>;
    if (!slots) return null;
    return slots.left > 0 ? <Badge tone="good">무료 이벤트 {count(slots.left)}자리 남음</Badge> : <Badge tone="neutral">{won(slots.fee)}</Badge>;
  };
  return (
    <fieldset>
      <legend className="sr-only">상담 종류</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {kinds.map(({ value, icon: Icon, title, text }) => (
          <label key={value} className="relative grid content-start gap-3 rounded-lg border-2 border-line bg-surface p-6 transition-colors hover:border-ink-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
            <input type="radio" value={value} className="absolute top-6 right-6 size-5 accent-accent" {...form.register('kind')} />
            <Icon aria-hidden="true" className="size-8 text-accent-text" strokeWidth={1.5} />
            <span className="text-lg font-bold">{title}</span>
            <span className="text-ink-2">{text}</span>
            <span className="min-h-6">{price(value)}</span>
          </label>
        ))}
      </div>
      <p className="mt-5 text-sm text-ink-3">무료 이벤트는 한 분께 한 번입니다. 자리가 없으면 신청 후 요금을 안내해 드리고, 결제하시면 분석을 시작합니다.</p>
    </fieldset>
  );
}
