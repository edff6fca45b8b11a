import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { controlClass } from '@/ui/Field.tsx';
import { cx } from '@/ui/classes.ts';
import { walk } from '../keys/walk.ts';

export const Filters = ({ children }: { children: ReactNode }) => <div role="search" className="mb-4 flex flex-wrap gap-2">{children}</div>;

/** Looks while one types; a single letter finds too much to be asked for. */
export function SearchBox({ label, value = '', onChange }: { label: string; value: string | undefined; onChange: (text: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const wanted = Boolean((useLocation().state as { search?: boolean } | null)?.search);
  useEffect(() => { if (wanted) box.current?.focus(); }, [wanted]);
  // What comes back from the address is older than what was typed meanwhile; only what somebody else put there is taken over.
  const asked = useRef(value);
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const wish = typed.trim().length >= 2 ? typed.trim() : '';
    if (wish === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wish;
      onChange(wish);
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <label className="relative min-w-0 flex-1 basis-64">
      <span className="sr-only">{label}</span>
      <Search aria-hidden="true" className="pointer-events-none absolute top-3 left-3 size-5 text-ink-3" />
      <input ref={box} type="search" value={typed} maxLength={100} placeholder={`${label}, 두 글자 이상`} aria-keyshortcuts="/" onChange={(event) => setTyped(event.target.value)} onKeyDown={intoList} className={cx(controlClass, 'pl-10')} />
    </label>
  );
}

/** From the words to what they found. */
function intoList(event: KeyboardEvent) {
  if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || event.nativeEvent.isComposing) return;
  event.preventDefault();
  walk(1);
}

/** One of several, or all. */
export function Choice({ label, value = '', onChange, options }: { label: string; value: string | undefined; onChange: (value: string) => void; options: [value: string, text: string][] }) {
  return (
    <label className="min-w-0">
      <span className="sr-only">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)} className={cx(controlClass, 'w-auto max-w-full')}>
        <option value="">{label}: 전체</option>
        {options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
      </select>
    </label>
  );
}

/** Says how many were found, for those who do not see the list change. */
export const Found = ({ items, more }: { items: number; more: boolean }) => <p role="status" className="sr-only">{items}건{more && ' 이상'}을 찾았습니다.</p>;
