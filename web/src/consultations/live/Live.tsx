import { Check, Circle, LoaderCircle } from 'lucide-react';
import { useEffect } from 'react';
import type { Schema } from '@/api/types.ts';
import type { StreamState } from '@/api/stream.ts';
import { documentType } from '@/text/labels.ts';
import { cx } from '@/ui/classes.ts';
import { Card } from '@/ui/Page.tsx';
import { Progress } from '@/ui/Progress.tsx';
import { Ago } from '@/ui/Time.tsx';
import { MailWish } from './MailWish.tsx';

const documents = Object.keys(documentType) as Schema['DocumentType'][];

/** An analysis on its way. The tab's title tells how far it is to who works elsewhere meanwhile. */
export function Live({ consultation: one, stream }: { consultation: Schema['ConsultationDetails']; stream: StreamState }) {
  const analysing = one.status === 'ANALYZING';
  useEffect(() => {
    const before = document.title;
    if (analysing) document.title = `${one.percent}% · ${one.projectName} – 준비스튜디오`;
    return () => void (document.title = before);
  }, [analysing, one.percent, one.projectName]);
  const there = new Set(one.documents.map((document) => document.type));
  const steps = [
    { name: '접수했습니다', done: true },
    { name: '분석 담당 AI에게 전했습니다', done: analysing || one.percent > 0, now: !analysing },
    { name: '참고 사이트와 요구사항을 분석합니다', done: Boolean(one.analysis), now: analysing && !one.analysis },
    ...documents.map((type) => ({ name: `${documentType[type]} 작성`, done: there.has(type), now: false })),
    { name: '화면 시안', done: Boolean(one.designs), now: false },
  ];
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1.5fr_1fr]">
      <Card className="grid gap-6">
        <div>
          <div className="flex items-end justify-between gap-4">
            <p className="text-lg font-semibold">{analysing ? (one.stage ?? '분석을 시작했습니다') : '곧 분석을 시작합니다'}</p>
            <p aria-hidden="true" className="num text-3xl font-extrabold text-accent-text">{one.percent}%</p>
          </div>
          <Progress className="mt-3" percent={one.percent} label="분석 진행률" />
          <p className="written mt-3 min-h-7 text-ink-2">{one.note}</p>
        </div>
        <p role="status" className="sr-only">{analysing ? `${one.percent}퍼센트, ${one.stage ?? ''}` : '분석을 기다리는 중입니다.'}</p>
        {stream === 'reconnecting' && <p role="status" className="rounded-md bg-warn-soft px-4 py-3 text-sm">연결이 끊겨 다시 잇고 있습니다. 분석은 계속되고 있습니다.</p>}
        <p className="text-ink-2">보통 30분 안팎이 걸립니다. 이 창을 닫거나 다른 일을 하셔도 분석은 계속됩니다. <span className="text-ink-3">(<Ago at={one.createdAt} /> 신청)</span></p>
        <MailWish />
      </Card>
      <Card>
        <h2 className="mb-4 text-lg">진행 순서</h2>
        <ol className="grid gap-3">
          {steps.map(({ name, done, now }) => {
            const Icon = done ? Check : now ? LoaderCircle : Circle;
            return (
              <li key={name} className={cx('flex items-center gap-3', done ? 'animate-[rise_.4s] text-ink' : 'text-ink-3')}>
                <Icon aria-hidden="true" className={cx('size-5 shrink-0', done && 'text-good', now && 'animate-spin text-accent-text')} />
                {name}<span className="sr-only">{done ? ', 마쳤습니다' : now ? ', 하고 있습니다' : ', 아직'}</span>
              </li>
            );
          })}
        </ol>
      </Card>
    </div>
  );
}
