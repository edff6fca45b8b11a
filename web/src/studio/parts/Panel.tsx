import { useId, type ReactNode } from 'react';
import { cx } from '@/ui/classes.ts';

/** A named part of a page, denser than a customer's card. */
export function Panel({ title, aside, children, className }: { title: ReactNode; aside?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('min-w-0 rounded-lg border border-line bg-surface px-4 py-4 sm:px-5', className)}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-base">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
