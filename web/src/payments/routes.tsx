import type { RouteObject } from 'react-router';

export const paymentRoutes: RouteObject[] = [
  { path: '/payments', lazy: async () => ({ Component: (await import('./List.tsx')).PaymentList }) },
  { path: '/payments/return', lazy: async () => ({ Component: (await import('./Return.tsx')).PaymentReturn }) },
  { path: '/payments/:id', lazy: async () => ({ Component: (await import('./Detail.tsx')).PaymentDetail }) },
];
