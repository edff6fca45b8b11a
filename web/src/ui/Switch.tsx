import { Switch as Base } from '@base-ui/react/switch';
import { useId, type ReactNode } from 'react';

export function Switch({ label, hint, checked, onChange, disabled }: { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <span>
        <span id={id} className="block font-medium">{label}</span>
        {hint && <span id={`${id}-hint`} className="block text-sm text-ink-3">{hint}</span>}
      </span>
      <Base.Root checked={checked} onCheckedChange={onChange} disabled={disabled} aria-labelledby={id} aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 inline-flex h-7 w-12 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-60">
        <Base.Thumb className="size-6 rounded-full bg-surface shadow-card transition-transform data-checked:translate-x-5" />
      </Base.Root>
    </div>
  );
}
