import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';

/** What came in by month, newest first; the bars are ornament, the numbers are the text. */
export function Revenue({ months }: { months: Schema['MonthlyRevenue'][] }) {
  const most = Math.max(1, ...months.map((one) => one.amount));
  return (
    <section className="rounded-lg border border-line bg-surface px-5 py-4">
      <h2 className="mb-2 text-base">월별 매출</h2>
      {months.length === 0 && <p className="text-sm text-ink-3">아직 들어온 돈이 없습니다.</p>}
      <dl className="grid gap-2">
        {months.map(({ month, amount }) => (
          <div key={month} className="flex flex-wrap justify-between gap-x-3 text-sm">
            <dt className="num text-ink-2">{month.replace('-', '년 ')}월</dt>
            <dd className="num font-semibold">{won(amount)}</dd>
            <dd aria-hidden="true" className="h-1.5 w-full rounded-full bg-sunken"><div className="h-full rounded-full bg-accent" style={{ width: `${Math.max(0, (amount / most) * 100)}%` }} /></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
