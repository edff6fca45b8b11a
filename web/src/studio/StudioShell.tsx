import { LayoutDashboard, LogOut } from 'lucide-react';
import { NavLink, Outlet, ScrollRestoration, useNavigate } from 'react-router';
import { signOut } from '@/api/session.ts';
import { Logo } from '@/app/Logo.tsx';
import { RouteProgress } from '@/app/RouteProgress.tsx';
import { SkipLink } from '@/app/SkipLink.tsx';
import { ThemeToggle } from '@/app/ThemeToggle.tsx';
import { cx } from '@/ui/classes.ts';

/** Each page of the studio stands here once; projects and portfolio get their line with their pages. */
const pages = [{ to: '/admin', label: '현황판', icon: LayoutDashboard, end: true }];

const item = ({ isActive }: { isActive: boolean }) =>
  cx('flex min-h-10 items-center gap-2.5 rounded-md px-3 text-sm font-medium whitespace-nowrap transition-colors', isActive ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-sunken hover:text-ink');

/** Around the studio's pages: navigation on the left, or above where it is narrow. */
export function StudioShell() {
  const navigate = useNavigate();
  async function leave() {
    await signOut();
    void navigate('/login', { replace: true });
  }
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <SkipLink />
      <RouteProgress />
      <header className="no-print border-b border-line bg-surface lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-r lg:border-b-0">
        <div className="flex items-center justify-between gap-2 px-4 py-3 lg:block">
          <a href="/" aria-label="준비스튜디오 처음 화면"><Logo /></a>
          <div className="flex lg:hidden"><ThemeToggle /><Leave onClick={leave} /></div>
        </div>
        <nav aria-label="스튜디오 메뉴" className="overflow-x-auto px-3 pb-2 lg:flex-1 lg:overflow-y-auto">
          <ul className="flex gap-1 lg:flex-col">
            {pages.map(({ to, label, icon: Icon, end }) => <li key={to}><NavLink to={to} end={end} className={item}><Icon aria-hidden="true" className="size-4" />{label}</NavLink></li>)}
          </ul>
        </nav>
        <div className="hidden items-center justify-between border-t border-line p-2 lg:flex"><ThemeToggle /><Leave onClick={leave} /></div>
      </header>
      <main id="main" className="min-w-0 px-4 py-6 sm:px-8 sm:py-8"><Outlet /></main>
      <ScrollRestoration />
    </div>
  );
}

const Leave = ({ onClick }: { onClick: () => Promise<void> }) => (
  <button type="button" onClick={() => void onClick()} aria-label="로그아웃" className="grid size-11 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"><LogOut aria-hidden="true" className="size-5" /></button>
);
