import { useQuery } from '@tanstack/react-query';
import { Bell, CreditCard, FileText, LogOut, UserRound } from 'lucide-react';
import { NavLink, Outlet, ScrollRestoration, useNavigate } from 'react-router';
import { get } from '@/api/queries.ts';
import { signOut, useSession } from '@/api/session.ts';
import { cx } from '@/ui/classes.ts';
import { ButtonLink } from '@/ui/Button.tsx';
import { Footer } from './Footer.tsx';
import { Logo } from './Logo.tsx';
import { RouteProgress } from './RouteProgress.tsx';
import { SkipLink } from './SkipLink.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';
import { VerifyReminder } from './VerifyReminder.tsx';

const item = ({ isActive }: { isActive: boolean }) =>
  cx('inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium transition-colors hover:bg-sunken hover:text-ink', isActive ? 'text-ink' : 'text-ink-3');

/** Around a customer's own pages. Projects will stand between consultations and payments once there are any. */
export function CustomerShell() {
  const navigate = useNavigate();
  const session = useSession();
  const unread = useQuery({ ...get('/api/notifications/unread-count'), refetchInterval: 60_000 }).data?.count ?? 0;
  async function leave() {
    await signOut();
    void navigate('/login', { replace: true });
  }
  return (
    <>
      <SkipLink />
      <RouteProgress />
      <header className="no-print sticky top-0 z-30 border-b border-line bg-paper/90 backdrop-blur">
        <div className="page flex min-h-16 flex-wrap items-center justify-between gap-x-6">
          <a href="/" aria-label="준비스튜디오 처음 화면" className="py-3"><Logo /></a>
          <div className="flex items-center gap-1 sm:order-last">
            <NavLink to="/notifications" className={item} aria-label={unread ? `알림, 읽지 않은 알림 ${unread}개` : '알림'}>
              <span className="relative"><Bell aria-hidden="true" className="size-5" />{unread > 0 && <span className="num absolute -top-2 left-3 rounded-full bg-accent px-1.5 text-xs leading-4 font-bold text-accent-ink">{unread > 99 ? '99+' : unread}</span>}</span>
            </NavLink>
            <ThemeToggle />
            <button type="button" onClick={() => void leave()} aria-label="로그아웃" className="grid size-11 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"><LogOut aria-hidden="true" className="size-5" /></button>
          </div>
          <nav aria-label="주 메뉴" className="order-last -mx-3 w-[calc(100%+1.5rem)] overflow-x-auto sm:order-none sm:mx-0 sm:w-auto sm:flex-1">
            <ul className="flex whitespace-nowrap">
              <li><NavLink to="/consultations" className={item}><FileText aria-hidden="true" className="size-4" />상담</NavLink></li>
              <li><NavLink to="/payments" className={item}><CreditCard aria-hidden="true" className="size-4" />결제</NavLink></li>
              <li><NavLink to="/account" className={item}><UserRound aria-hidden="true" className="size-4" />내 정보</NavLink></li>
              {session.state === 'signedIn' && session.user.role === 'ADMIN' && <li><ButtonLink look="quiet" size="sm" to="/admin" className="min-h-11">스튜디오</ButtonLink></li>}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" className="page min-h-dvh py-8 sm:py-12">
        <VerifyReminder />
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  );
}
