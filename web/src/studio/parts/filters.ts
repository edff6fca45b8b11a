import { useSearchParams } from 'react-router';

/** A list's filters live in the address: a reload, a bookmark and the way back keep them. */
export function useFilters<K extends string>(...names: K[]) {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, params.get(name) || undefined])) as Partial<Record<K, string>>;
  const set = (name: K, value: string) => setParams((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true, preventScrollReset: true });
  return [values, set] as const;
}
