import { cx } from './classes.ts';

/** How far something is. The bar moves by a transform set through the DOM, which needs no exception from the CSP. */
export function Progress({ percent, label, className }: { percent: number; label: string; className?: string }) {
  return (
    <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={cx('h-2.5 overflow-hidden rounded-full bg-sunken', className)}>
      <div className="h-full rounded-full bg-accent transition-[width] duration-700 ease-out" style={{ width: `${percent}%` }} />
    </div>
  );
}
