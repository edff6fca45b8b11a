import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { Link, type LinkProps } from 'react-router';
import { cx } from './classes.ts';
import { Spinner } from './Spinner.tsx';

export type ButtonLook = { look?: 'primary' | 'secondary' | 'quiet' | 'danger'; size?: 'sm' | 'md' | 'lg' };

const looks = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-ink',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft',
};
const sizes = { sm: 'min-h-9 px-3 text-sm gap-1.5', md: 'min-h-11 px-5 text-base gap-2', lg: 'min-h-14 px-7 text-lg gap-2.5' };

/** The look of a button, for whatever is one. */
export const buttonClass = ({ look = 'primary', size = 'md' }: ButtonLook = {}, extra?: string) =>
  cx('inline-flex shrink-0 items-center justify-center rounded-md font-semibold tracking-tight transition-colors duration-150 disabled:opacity-55', looks[look], sizes[size], extra);

/** While `busy` it keeps its width, its focus and its name, and takes no second click. */
export function Button({ look, size, busy = false, className, children, type = 'button', onClick, ...rest }: ButtonLook & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean }) {
  return (
    <button type={type} className={buttonClass({ look, size }, className)} aria-busy={busy || undefined} aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick} {...rest}>
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export const ButtonLink = ({ look, size, className, ...rest }: ButtonLook & LinkProps) => <Link className={buttonClass({ look, size }, className as string)} {...rest} />;

/** To a page outside the application: the prerendered ones too. */
export const ButtonAnchor = ({ look, size, className, ...rest }: ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement>) =>
  <a className={buttonClass({ look, size }, className)} {...rest} />;
