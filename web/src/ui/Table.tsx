import type { ReactNode } from 'react';
import { cx } from './classes.ts';

export interface Column<T> { head: string; cell: (row: T) => ReactNode; align?: 'right'; className?: string; from?: 'sm' | 'lg' }

/** A column that narrow screens do without. */
const widths = { sm: 'hidden sm:table-cell', lg: 'hidden lg:table-cell' };

/** A table that scrolls in itself when it is too wide. `caption` is its name. */
export function Table<T>({ caption, columns, rows, rowKey, dense }: { caption: string; columns: Column<T>[]; rows: readonly T[]; rowKey: (row: T) => string; dense?: boolean }) {
  const pad = dense ? 'px-3 py-2' : 'px-4 py-3';
  return (
    <div tabIndex={0} role="region" aria-label={caption} className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className={cx('w-full text-left', dense && 'text-sm')}>
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-sunken text-sm text-ink-2">
          <tr>{columns.map((column) => <th key={column.head} scope="col" className={cx(pad, 'font-semibold whitespace-nowrap', column.from && widths[column.from], column.align && 'text-right')}>{column.head}</th>)}</tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-sunken/60">
              {columns.map((column) => <td key={column.head} className={cx(pad, 'align-middle', column.from && widths[column.from], column.align && 'num text-right whitespace-nowrap', column.className)}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
