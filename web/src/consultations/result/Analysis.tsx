import { useMemo, useState } from 'react';
import type { Schema } from '@/api/types.ts';
import { count, won } from '@/text/format.ts';
import { feasibility } from '@/text/labels.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';

/** The judgement, the range, the days; features with their prices, to be tried on and off; the risks. */
export function Analysis({ analysis }: { analysis: Schema['Analysis'] }) {
  const verdict = feasibility[analysis.feasibility];
  return (
    <div className="grid gap-6">
      <Notice tone={verdict.tone} title={verdict.text}>{analysis.rejectReason && <p className="written">{analysis.rejectReason}</p>}</Notice>
      <dl className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2">
        <div className="bg-surface p-5 sm:p-7"><dt className="text-ink-3">예상 견적</dt><dd className="num mt-1 text-2xl font-extrabold tracking-tight">{count(analysis.estimatedMin)} <span className="font-normal text-ink-3">~</span> {won(analysis.estimatedMax)}</dd></div>
        <div className="bg-surface p-5 sm:p-7"><dt className="text-ink-3">예상 기간</dt><dd className="num mt-1 text-2xl font-extrabold tracking-tight">{count(analysis.estimatedDays)}일</dd></div>
      </dl>
      {analysis.features.length > 0 && <Features features={analysis.features} />}
      {analysis.risks.length > 0 && (
        <Card>
          <h2 className="mb-3 text-lg">살펴볼 점</h2>
          <ul className="grid list-disc gap-2 pl-5">{analysis.risks.map((risk, index) => <li key={index} className="written">{risk}</li>)}</ul>
        </Card>
      )}
    </div>
  );
}

function Features({ features }: { features: Schema['Feature'][] }) {
  const [off, setOff] = useState<ReadonlySet<number>>(new Set());
  const sum = useMemo(() => features.reduce((total, { price }, index) => total + (off.has(index) ? 0 : price), 0), [features, off]);
  function toggle(index: number) {
    const next = new Set(off);
    if (!next.delete(index)) next.add(index);
    setOff(next);
  }
  return (
    <Card>
      <h2 className="text-lg">기능과 가격</h2>
      <p className="no-print mb-4 text-sm text-ink-3">필수가 아닌 기능을 껐다 켜며 합계를 보실 수 있습니다.</p>
      <ul className="divide-y divide-line border-y border-line">
        {features.map((feature, index) => (
          <li key={index}>
            <label className="flex items-start gap-3 py-3">
              <input type="checkbox" className="mt-1.5 size-5 shrink-0 accent-accent" checked={!off.has(index)} disabled={feature.required} onChange={() => toggle(index)} />
              <span className="min-w-0 flex-1"><span className="written font-medium">{feature.name}</span>{feature.required && <span className="ml-2 text-sm text-ink-3">필수</span>}{feature.description && <span className="written block text-sm text-ink-3">{feature.description}</span>}</span>
              <span className="num shrink-0">{won(feature.price)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-4 flex items-baseline justify-between gap-4"><span>고른 기능 {count(features.length - off.size)}개의 합계</span> <strong className="num text-xl">{won(sum)}</strong></p>
    </Card>
  );
}
