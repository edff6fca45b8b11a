import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Failed, Loading } from './States.tsx';

interface Part<T> { items: T[] }

/** A list by parts: its states, and "더 보기" below it. */
export function Listed<T>({ query, empty, loading, children }: { query: UseInfiniteQueryResult<InfiniteData<Part<T>>>; empty: ReactNode; loading?: ReactNode; children: (items: T[]) => ReactNode }) {
  if (!query.data) return query.isError ? <Failed failure={query.error} retry={() => void query.refetch()} /> : <Loading>{loading}</Loading>;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {query.hasNextPage && <div className="mt-6 text-center"><Button look="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>더 보기</Button></div>}
    </>
  );
}
