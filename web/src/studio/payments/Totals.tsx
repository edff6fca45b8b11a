import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';

/** The days' sums in one line. */
export function Totals({ of: ledger }: { of: Schema['LedgerReport'] }) {
  const sums: [string, number][] = [['이월', ledger.opening], ['결제', ledger.payments], ['환불', ledger.refunds], ['차액', ledger.net], ['마감', ledger.closing]];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-5">
      {sums.map(([name, value], index) => <div key={name} className={`bg-surface px-4 py-3 ${index === 4 ? 'col-span-2 sm:col-span-1' : ''}`}><dt className="text-sm text-ink-3">{name}</dt><dd className="num font-semibold">{won(value)}</dd></div>)}
    </dl>
  );
}
