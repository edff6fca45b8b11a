import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '@/ui/classes.ts';

/** The way into a row: j and k walk over these. Strangers' words never widen the table. */
export const RowLink = ({ to, children, className }: { to: string; children: ReactNode; className?: string }) => (
  <Link to={to} data-row className={cx('written line-clamp-2 min-w-28 font-semibold sm:min-w-40 hover:text-accent-text hover:underline', className)}>{children}</Link>
);

/** A person in a table: name above address. */
export const Person = ({ of, to }: { of: { name: string; email: string }; to?: string }) => (
  <div className="min-w-36">
    {to ? <Link to={to} className="written line-clamp-1 hover:underline">{of.name}</Link> : <span className="written line-clamp-1">{of.name}</span>}
    <span className="written line-clamp-1 text-xs text-ink-3">{of.email}</span>
  </div>
);

/** The way into a row that opens over the page. */
export const RowButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" data-row onClick={onClick} className="written line-clamp-2 min-h-9 min-w-28 text-left sm:min-w-40 font-semibold hover:text-accent-text hover:underline">{children}</button>
);
