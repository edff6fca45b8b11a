import type { RouteObject } from 'react-router';

/** The studio's pages, below /admin. */
export const studioRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./Dashboard.tsx')).Dashboard }) },
];
