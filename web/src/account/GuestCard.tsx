import type { ReactNode } from 'react';
import { PageTitle } from '@/ui/Page.tsx';

/** The narrow page of one small form. */
export const GuestCard = ({ title, lead, children, below }: { title: string; lead?: ReactNode; children: ReactNode; below?: ReactNode }) => (
  <div className="mx-auto max-w-md">
    <PageTitle title={title} lead={lead} />
    {children}
    {below && <div className="mt-8 border-t border-line pt-6 text-ink-2">{below}</div>}
  </div>
);

export const textLink = 'font-semibold text-accent-text underline underline-offset-4 hover:no-underline';
