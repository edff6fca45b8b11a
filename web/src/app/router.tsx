import { Outlet, createBrowserRouter, type RouteObject } from 'react-router';
import { accountRoutes, guestRoutes } from '@/account/routes.tsx';
import { consultationRoutes, sharedRoutes } from '@/consultations/routes.tsx';
import { notificationRoutes } from '@/notifications/routes.tsx';
import { paymentRoutes } from '@/payments/routes.tsx';
import { studioRoutes } from '@/studio/routes.tsx';
import { CustomerShell } from './CustomerShell.tsx';
import { GuestShell } from './GuestShell.tsx';
import { NotFound } from './NotFound.tsx';
import { RequireSession } from './RequireSession.tsx';
import { RouteError } from './RouteError.tsx';
import { Boot } from './Boot.tsx';

/** Who may come in decides the first branch; the pages themselves are listed in their feature's routes.tsx, each fetched when needed. */
const branches: RouteObject[] = [
  { element: <GuestShell />, children: [...guestRoutes, ...sharedRoutes] },
  {
    element: <RequireSession><CustomerShell /></RequireSession>,
    children: [...consultationRoutes, ...paymentRoutes, ...notificationRoutes, ...accountRoutes],
  },
  {
    path: '/admin',
    lazy: async () => {
      const { StudioShell } = await import('@/studio/StudioShell.tsx');
      return { element: <RequireSession role="ADMIN"><StudioShell /></RequireSession> };
    },
    children: studioRoutes,
  },
  { element: <GuestShell />, children: [{ path: '*', element: <NotFound /> }] },
];

export const router = createBrowserRouter([
  { element: <Outlet />, errorElement: <GuestShell><RouteError /></GuestShell>, hydrateFallbackElement: <Boot />, children: branches },
]);
