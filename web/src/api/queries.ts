import { QueryClient, infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from './generated/schema.ts';
import { api, ask } from './client.ts';
import { onSignOut } from './session.ts';

/** Trying again is the client's work (patience.ts), so a failure here is final and is shown. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 30_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

onSignOut(() => queryClient.clear());

type Gets = PathsWithMethod<paths, 'get'>;
type Init<P extends Gets> = MaybeOptionalInit<paths[P], 'get'>;
type Answer<P extends Gets> = NonNullable<FetchResponse<paths[P]['get'] & Record<string | number, unknown>, Init<P>, 'application/json'>['data']>;
type Params = { params?: { query?: Record<string, unknown>; path?: Record<string, unknown> } };

/** `useQuery(get('/api/consultations/{id}', { params: { path: { id } } }))`: key, types and abort signal come by themselves. */
export function get<P extends Gets>(path: P, ...[init]: Init<P> extends undefined ? [] : [init?: Init<P>]) {
  return queryOptions({
    queryKey: [path, (init as Params | undefined)?.params ?? {}] as const,
    queryFn: ({ signal }) => ask(api.GET(path, { ...(init as object), signal } as never)) as Promise<Answer<P>>,
  });
}

/** The same for lists: pages follow `nextCursor`. */
export function list<P extends Gets>(path: P, ...[init]: Init<P> extends undefined ? [] : [init?: Init<P>]) {
  const params = (init as Params | undefined)?.params ?? {};
  return infiniteQueryOptions({
    queryKey: [path, params, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask(api.GET(path, { params: { ...params, query: { ...params.query, cursor: pageParam } }, signal } as never)) as Promise<Answer<P>>,
    getNextPageParam: (page) => (page as { nextCursor?: string | null }).nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Everything that was read from this path is old now. */
export const outdated = (path: Gets) => queryClient.invalidateQueries({ queryKey: [path] });
