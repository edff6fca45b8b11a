import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schema } from '@/api/types.ts';
import { consultationStatus } from '@/text/labels.ts';
import { count, span } from '@/text/format.ts';
import { Notice } from '@/ui/Notice.tsx';
import { cx } from '@/ui/classes.ts';

/** How the business stands in numbers; those that mean trouble stand out and lead to it. */
export function Figures({ board: { consultations, freeSlots, money, outbox } }: { board: Schema['Overview'] }) {
  const percent = consultations.completionRate == null ? '–' : `${Math.round(consultations.completionRate * 100)}%`;
  return (
    <>
      {money.ledgerDifferences > 0 && <Notice tone="bad" title="장부가 맞지 않습니다" action={<Link to="/admin/ledger" className="underline">정산 열기</Link>}>결제 {count(money.ledgerDifferences)}건의 장부와 상태가 다릅니다. 바로 확인해 주세요.</Notice>}
      <Board title="상담">
        <Figure name="오늘" value={count(consultations.newToday)} />
        <Figure name="최근 7일" value={count(consultations.newLast7Days)} />
        <Figure name="결과까지 (중간값)" value={consultations.medianMinutes == null ? '–' : span(consultations.medianMinutes * 60_000)} />
        <Figure name="완료율 (30일)" value={percent} />
        <Figure name="무료 자리" value={`${count(freeSlots.left)} / ${count(freeSlots.slots)}`} to="/admin/events" />
      </Board>
      <Board title="상태별 상담">
        {consultations.byStatus.map((line) => <Figure key={line.status} name={consultationStatus[line.status].text} value={count(line.count)} to={`/admin/consultations?status=${line.status}`} />)}
      </Board>
      <Board title="돈과 발송">
        <Figure name="의심 결제 (30일)" value={count(money.flagged)} bad={money.flagged > 0} to="/admin/payments?flagged=true" />
        <Figure name="환불 진행 중" value={count(money.refundsOpen)} />
        <Figure name="환불 실패" value={count(money.refundsFailed)} bad={money.refundsFailed > 0} to="/admin/payments?status=PAID" />
        <Figure name="발송 대기" value={count(outbox.waiting)} />
        <Figure name="발송 실패" value={count(outbox.dead)} bad={outbox.dead > 0} to="/admin/outbox" />
        <Figure name="가장 오래 기다린 발송" value={span(outbox.oldestSeconds * 1000)} bad={outbox.oldestSeconds > 300} />
      </Board>
    </>
  );
}

const Board = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="rounded-lg border border-line bg-surface px-5 py-4">
    <h2 className="mb-2 text-base">{title}</h2>
    <dl className="grid gap-y-1">{children}</dl>
  </section>
);

const Figure = ({ name, value, to, bad }: { name: string; value: string; to?: string; bad?: boolean }) => (
  <div className="flex items-baseline justify-between gap-3 text-sm">
    <dt className="text-ink-2">{to ? <Link to={to} className="inline-block py-0.5 underline decoration-line-strong underline-offset-4 hover:text-ink">{name}</Link> : name}</dt>
    <dd className={cx('num text-base font-semibold', bad && 'text-bad')}>{value}</dd>
  </div>
);
