import { useEffect, useRef, type ReactNode } from 'react';
import { cx } from './classes.ts';

/**
 * A page's head. It sets the tab's title and, after a change of route, takes the focus, so that a screen reader says where
 * one is and the keyboard goes on from the top.
 */
export function PageTitle({ title, documentTitle, lead, actions, className }: { title: ReactNode; documentTitle?: string; lead?: ReactNode; actions?: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = documentTitle ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = `${name} – 준비스튜디오`;
  }, [name]);
  useEffect(() => {
    if (history.state?.idx > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={cx('mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4', className)}>
      <div className="min-w-0">
        <h1 ref={heading} tabIndex={-1} className="text-2xl sm:text-3xl">{title}</h1>
        {lead && <p className="mt-2 max-w-2xl text-ink-2">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

export const Card = ({ className, ...rest }: React.HTMLAttributes<HTMLElement>) => <section className={cx('rounded-lg border border-line bg-surface p-5 sm:p-7', className)} {...rest} />;

/** Names and their values, side by side where there is room. */
export const Facts = ({ of, className }: { of: [name: ReactNode, value: ReactNode][]; className?: string }) => (
  <dl className={cx('grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(7rem,auto)_1fr]', className)}>
    {of.map(([name, value], index) => <div key={index} className="contents"><dt className="text-ink-3">{name}</dt><dd className="mb-2 min-w-0 sm:mb-0">{value}</dd></div>)}
  </dl>
);
