import type { ReactNode } from 'react';
import { cx } from '@/ui/classes.ts';

/** A band of a public page. */
export const Section = ({ id, title, lead, children, sunken }: { id?: string; title: string; lead?: ReactNode; children: ReactNode; sunken?: boolean }) => (
  <section id={id} className={cx('py-18 sm:py-28', sunken && 'bg-sunken')}>
    <div className="page">
      <h2 className="max-w-3xl text-2xl sm:text-3xl">{title}</h2>
      {lead && <p className="mt-4 max-w-2xl text-lg text-ink-2">{lead}</p>}
      <div className="mt-10 sm:mt-14">{children}</div>
    </div>
  </section>
);
