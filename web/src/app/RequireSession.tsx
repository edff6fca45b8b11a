import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '@/api/session.ts';
import type { Schema } from '@/api/types.ts';
import { Boot } from './Boot.tsx';
import { GuestShell } from './GuestShell.tsx';
import { NotFound } from './NotFound.tsx';

/** Lets in who is logged in (and has the role). What it hides is convenience; what protects is the API. */
export function RequireSession({ role, children }: { role?: Schema['UserRole']; children: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.state === 'unknown') return <Boot />;
  if (session.state === 'anonymous')
    return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace state={{ expired: session.expired }} />;
  if (role && session.user.role !== role) return <GuestShell><NotFound /></GuestShell>;
  return children;
}
