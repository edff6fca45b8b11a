import type { UseQueryResult } from '@tanstack/react-query';
import { Compass, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Problem, explain } from '@/api/problem.ts';
import { Button } from './Button.tsx';
import { cx } from './classes.ts';

/** A place that is kept while its content comes. */
export const Skeleton = ({ className = 'h-24' }: { className?: string }) => <div aria-hidden="true" className={cx('skeleton', className)} />;

export const Loading = ({ children }: { children?: ReactNode }) => (
  <div role="status" className="grid gap-4">
    <span className="sr-only">불러오는 중입니다.</span>
    {children ?? <><Skeleton className="h-10 w-2/5" /><Skeleton className="h-32" /><Skeleton className="h-32" /></>}
  </div>
);

export const Empty = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-14 text-center">
    <svg viewBox="0 0 96 64" className="w-24 text-line-strong" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <rect x="14" y="8" width="52" height="40" rx="5" /><path d="M14 18h52M22 28h20M22 36h28" /><rect x="46" y="26" width="36" height="30" rx="5" className="fill-surface" /><path d="M54 36h14M54 44h20" />
    </svg>
    <p className="text-lg font-semibold">{title}</p>
    {children && <div className="max-w-md text-ink-2">{children}</div>}
    {action}
  </div>
);

export function Failed({ failure, retry }: { failure: unknown; retry?: (() => void) | undefined }) {
  const missing = failure instanceof Problem && failure.status === 404;
  return (
    <div role="alert" className="grid justify-items-center gap-3 rounded-lg bg-sunken px-6 py-14 text-center">
      <Compass aria-hidden="true" className="size-10 text-ink-3" />
      <p className="text-lg font-semibold">{missing ? '찾을 수 없습니다' : '불러오지 못했습니다'}</p>
      <p className="max-w-md text-ink-2">{explain(failure)}</p>
      {failure instanceof Problem && failure.traceId && !missing && <p className="text-xs text-ink-3">문의하실 때 알려 주세요: {failure.traceId}</p>}
      {retry && !missing && <Button look="secondary" onClick={retry}><RefreshCw aria-hidden="true" className="size-4" />다시 시도</Button>}
    </div>
  );
}

/** The four states of what is read, each drawn. */
export function Loaded<T>({ query, loading, empty, children }: { query: UseQueryResult<T>; loading?: ReactNode; empty?: { when: (data: T) => boolean; show: ReactNode }; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return empty?.when(query.data) ? empty.show : children(query.data);
  if (query.isError) return <Failed failure={query.error} retry={() => void query.refetch()} />;
  return <Loading>{loading}</Loading>;
}
