import { AlertTriangle, CheckCircle2, Info, XCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from '@/text/labels.ts';
import { cx } from './classes.ts';

const tones = { neutral: 'bg-sunken text-ink-2', info: 'bg-info-soft text-info', good: 'bg-good-soft text-good', warn: 'bg-warn-soft text-warn', bad: 'bg-bad-soft text-bad' } satisfies Record<Tone, string>;
const icons = { neutral: Info, info: Info, good: CheckCircle2, warn: AlertTriangle, bad: XCircle };

/** Something the reader should know here. `live` for what appears after the page did: then it is read out. */
export function Notice({ tone = 'info', title, live, children, action, className }: { tone?: Tone; title?: ReactNode; live?: boolean; children?: ReactNode; action?: ReactNode; className?: string }) {
  const Icon = icons[tone];
  return (
    <div role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined} className={cx('flex flex-wrap items-start gap-3 rounded-md px-4 py-3.5', tones[tone], className)}>
      <Icon aria-hidden="true" className="mt-1 size-5 shrink-0" />
      <div className="min-w-0 flex-1 basis-60">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}

export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) =>
  <span className={cx('inline-flex items-center rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap', tones[tone])}>{children}</span>;

/** `<StatusBadge of={consultationStatus[line.status]} />` */
export const StatusBadge = ({ of }: { of: { text: string; tone: Tone } }) => <Badge tone={of.tone}>{of.text}</Badge>;
