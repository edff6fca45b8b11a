import type { ReactNode } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useSession } from '@/api/session.ts';
import { ButtonLink } from '@/ui/Button.tsx';
import { Footer } from './Footer.tsx';
import { Logo } from './Logo.tsx';
import { RouteProgress } from './RouteProgress.tsx';
import { SkipLink } from './SkipLink.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';

/** Around what anybody may see: logging in, registering, a shared result. */
export function GuestShell({ children }: { children?: ReactNode }) {
  const session = useSession();
  return (
    <>
      <SkipLink />
      <RouteProgress />
      <header className="no-print border-b border-line">
        <div className="page flex h-16 items-center justify-between gap-4">
          <a href="/" aria-label="준비스튜디오 처음 화면"><Logo /></a>
          <div className="flex items-center gap-1">
            <ThemeToggle />
            {session.state === 'signedIn'
              ? <ButtonLink look="secondary" size="sm" to={session.user.role === 'ADMIN' ? '/admin' : '/consultations'}>{session.user.role === 'ADMIN' ? '스튜디오' : '내 상담'}</ButtonLink>
              : <ButtonLink look="quiet" size="sm" to="/login">로그인</ButtonLink>}
          </div>
        </div>
      </header>
      <main id="main" className="page min-h-dvh py-10 sm:py-14">{children ?? <Outlet />}</main>
      <Footer />
      <ScrollRestoration />
    </>
  );
}
