import type { RouteObject } from 'react-router';

export const consultationRoutes: RouteObject[] = [
  { path: '/consultations', lazy: async () => ({ Component: (await import('./List.tsx')).ConsultationList }) },
];

export const sharedRoutes: RouteObject[] = [];
