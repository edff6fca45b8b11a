import { Check } from 'lucide-react';
import { cx } from '@/ui/classes.ts';
import { steps } from './schema.ts';

/** Where one is; steps that are done can be gone back to. */
export const StepList = ({ step, onGo }: { step: number; onGo: (step: number) => void }) => (
  <nav aria-label="신청 단계" className="mb-8">
    <ol className="flex gap-2">
      {steps.map(({ title }, index) => (
        <li key={title} className="min-w-0 flex-1">
          <button type="button" disabled={index > step} aria-current={index === step ? 'step' : undefined} onClick={() => onGo(index)}
            className={cx('w-full border-t-4 pt-2 text-left text-sm font-semibold', index <= step ? 'border-accent text-ink' : 'border-line text-ink-3')}>
            <span className="flex items-center gap-1.5"><span className="num">{index + 1}</span>{index < step && <Check aria-label="마침" className="size-4 text-good" />}</span>
            <span className={cx('block whitespace-nowrap sm:truncate', index !== step && 'sr-only sm:not-sr-only')}>{title}</span>
          </button>
        </li>
      ))}
    </ol>
  </nav>
);
