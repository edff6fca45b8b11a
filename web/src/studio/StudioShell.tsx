import { useQuery } from '@tanstack/react-query';
import { Keyboard, LogOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { get } from '@/api/queries.ts';
import { signOut } from '@/api/session.ts';
import { Logo } from '@/app/Logo.tsx';
import { RouteProgress } from '@/app/RouteProgress.tsx';
import { SkipLink } from '@/app/SkipLink.tsx';
import { ThemeToggle } from '@/app/ThemeToggle.tsx';
import { count } from '@/text/format.ts';
import { cx } from '@/ui/classes.ts';
import { Help } from './keys/Help.tsx';
import { onKey, useShortcuts } from './keys/shortcuts.ts';
import { focusSearch, walk } from './keys/walk.ts';
import { pages } from './pages.ts';

const item = ({ isActive }: { isActive: boolean }) =>
  cx('flex min-h-10 items-center gap-2.5 rounded-md px-3 text-sm font-medium whitespace-nowrap transition-colors', isActive ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-sunken hover:text-ink');
const tool = 'grid size-11 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink';

/** Around the studio's pages: navigation on the left, or above where it is narrow. */
export function StudioShell() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const menu = useRef<HTMLElement>(null);
  const [help, setHelp] = useState(false);
  const unread = useQuery({ ...get('/api/notifications/unread-count'), refetchInterval: 60_000 }).data?.count ?? 0;
  const board = useQuery({ ...get('/api/admin/dashboard'), refetchInterval: 60_000 }).data;
  const waiting: Record<string, number | undefined> = { '/admin': board?.attention.length, '/admin/outbox': board?.outbox.dead, '/admin/notifications': unread };

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  // On a narrow screen the menu is a line longer than the window. Its own place alone is moved: the page's is its history's.
  useEffect(() => {
    const here = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (here) menu.current!.scrollLeft = here.offsetLeft - (menu.current!.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  useShortcuts('어디서나', [
    { keys: '?', does: '이 도움말', run: () => setHelp(true) },
    { keys: '/', does: '찾기', run: () => { if (!focusSearch()) void navigate('/admin/consultations', { state: { search: true } }); } },
    { keys: 'j', does: '목록에서 다음', run: () => walk(1) },
    { keys: 'k', does: '목록에서 이전', run: () => walk(-1) },
    ...pages.map(({ to, label, key }) => ({ keys: `g ${key}`, does: `${label} 열기`, run: () => void navigate(to) })),
  ]);

  async function leave() {
    await signOut();
    void navigate('/login', { replace: true });
  }
  const tools = (
    <>
      <button type="button" onClick={() => setHelp(true)} aria-label="키보드 단축키" className={tool}><Keyboard aria-hidden="true" className="size-5" /></button>
      <ThemeToggle />
      <button type="button" onClick={() => void leave()} aria-label="로그아웃" className={tool}><LogOut aria-hidden="true" className="size-5" /></button>
    </>
  );
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <SkipLink />
      <RouteProgress />
      <header className="no-print border-b border-line bg-surface lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-r lg:border-b-0">
        <div className="flex items-center justify-between gap-2 px-4 py-2 lg:block lg:py-4">
          <a href="/" aria-label="준비스튜디오 처음 화면"><Logo /></a>
          <div className="flex lg:hidden">{tools}</div>
        </div>
        <nav ref={menu} aria-label="스튜디오 메뉴" className="relative overflow-x-auto px-3 pb-2 lg:flex-1 lg:overflow-y-auto">
          <ul className="flex gap-1 lg:flex-col lg:gap-0.5">
            {pages.map(({ to, label, icon: Icon, end, begins }) => (
              <li key={to} className={cx(begins && 'lg:mt-3 lg:border-t lg:border-line lg:pt-3')}>
                <NavLink to={to} end={end} className={item}>
                  <Icon aria-hidden="true" className="size-4 shrink-0" />{label}
                  {Boolean(waiting[to]) && <span className="num ml-auto rounded-full bg-sunken px-2 text-xs leading-5 font-bold text-ink">{count(waiting[to]!)}<span className="sr-only">건</span></span>}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="hidden items-center justify-between border-t border-line p-2 lg:flex">{tools}</div>
      </header>
      <main id="main" className="min-w-0 px-4 py-6 sm:px-8"><div className="mx-auto max-w-[88rem]"><Outlet /></div></main>
      <Help open={help} onClose={() => setHelp(false)} />
      <ScrollRestoration />
    </div>
  );
}
