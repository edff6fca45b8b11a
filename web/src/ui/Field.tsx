import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { cx } from './classes.ts';

interface Described { label: ReactNode; hint?: ReactNode; error?: string | undefined; optional?: boolean; className?: string }
interface Wiring { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** Label, hint and error of one control, tied to it for those who hear the page. */
export function Field({ label, hint, error, optional, className, children }: Described & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={cx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold">
        {label} {optional && <span className="text-sm font-normal text-ink-3">(선택)</span>}
      </label>
      {hint && <p id={`${id}-hint`} className="text-sm text-ink-3">{hint}</p>}
      {children({ id, ...(about && { 'aria-describedby': about }), ...(error && { 'aria-invalid': true }) })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export const FieldError = ({ id, error }: { id?: string; error: string | undefined }) =>
  error ? <p id={id} className="text-sm font-medium text-bad">{error}</p> : null;

export const controlClass =
  'w-full min-h-11 rounded-md border border-line-strong bg-surface px-3.5 text-ink transition-colors hover:border-ink-2 disabled:bg-sunken aria-invalid:border-bad aria-invalid:border-2';

/** One line. Spread react-hook-form's `register` into it. */
export function TextField({ label, hint, error, optional, className, ...input }: Described & InputHTMLAttributes<HTMLInputElement> & { ref?: React.Ref<HTMLInputElement> }) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => <input {...wiring} {...input} className={controlClass} />}
    </Field>
  );
}

/** Many lines; grows with its text. */
export function TextArea({ label, hint, error, optional, className, rows = 5, ...input }: Described & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: React.Ref<HTMLTextAreaElement> }) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => <textarea {...wiring} rows={rows} {...input} className={cx(controlClass, 'field-sizing-content max-h-[60dvh] py-2.5')} />}
    </Field>
  );
}

export function SelectField({ label, hint, error, optional, className, children, ...input }: Described & SelectHTMLAttributes<HTMLSelectElement> & { ref?: React.Ref<HTMLSelectElement> }) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => <select {...wiring} {...input} className={controlClass}>{children}</select>}
    </Field>
  );
}

export function CheckField({ label, hint, error, className, ...input }: Omit<Described, 'optional'> & InputHTMLAttributes<HTMLInputElement> & { ref?: React.Ref<HTMLInputElement> }) {
  const id = useId();
  return (
    <div className={cx('grid gap-1', className)}>
      <div className="flex items-start gap-3">
        <input id={id} type="checkbox" {...input} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined} className="mt-1 size-5 shrink-0 accent-accent" />
        <label htmlFor={id} className="leading-7">{label}{hint && <span className="block text-sm text-ink-3">{hint}</span>}</label>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
