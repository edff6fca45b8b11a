import type { RouteObject } from 'react-router';

export const consultationRoutes: RouteObject[] = [
  { path: '/consultations', lazy: async () => ({ Component: (await import('./List.tsx')).ConsultationList }) },
  { path: '/consultations/new', lazy: async () => ({ Component: (await import('./New.tsx')).NewConsultation }) },
  { path: '/consultations/:id', lazy: async () => ({ Component: (await import('./Detail.tsx')).ConsultationDetail }) },
];

export const sharedRoutes: RouteObject[] = [
  { path: '/shared/:token', lazy: async () => ({ Component: (await import('./Shared.tsx')).SharedResult }) },
];
