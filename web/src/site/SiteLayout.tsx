import { Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { Footer } from '@/app/Footer.tsx';
import { Logo } from '@/app/Logo.tsx';
import { SkipLink } from '@/app/SkipLink.tsx';
import { ThemeToggle } from '@/app/ThemeToggle.tsx';
import { buttonClass } from '@/ui/Button.tsx';
import { cx } from '@/ui/classes.ts';

/** A portfolio page will be the third once there is one. */
const links = [{ href: '/how', label: '진행 방법' }, { href: '/prices', label: '가격' }];

export function SiteLayout({ path, children }: { path: string; children: ReactNode }) {
  const items = (className: string) => links.map(({ href, label }) => (
    <li key={href}><a href={href} aria-current={href === path ? 'page' : undefined} className={cx(className, 'font-medium text-ink-2 hover:text-ink aria-[current=page]:text-ink')}>{label}</a></li>
  ));
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-30 border-b border-line bg-paper/90 backdrop-blur">
        <div className="page flex h-16 items-center justify-between gap-2">
          <div className="flex items-center gap-8">
            <a href="/" aria-label="준비스튜디오 처음 화면"><Logo /></a>
            <nav aria-label="주 메뉴" className="hidden md:block"><ul className="flex gap-1">{items('inline-flex min-h-11 items-center rounded-md px-3')}</ul></nav>
          </div>
          <div className="flex items-center gap-1">
            <ThemeToggle />
            <a href="/login" data-island="session" className={buttonClass({ look: 'quiet', size: 'sm' }, 'min-h-11')}>로그인</a>
            <a href="/consultations/new" className={buttonClass({ size: 'sm' }, 'min-h-11 max-sm:hidden')}>상담 신청</a>
            <details className="relative md:hidden">
              <summary aria-label="메뉴" className="grid size-11 place-items-center rounded-md text-ink-2 hover:bg-sunken"><Menu aria-hidden="true" className="size-5" /></summary>
              <nav aria-label="메뉴" className="absolute right-0 mt-2 w-56 rounded-lg border border-line bg-surface p-2 shadow-float">
                <ul className="grid">{items('flex min-h-11 items-center rounded-md px-4')}<li className="sm:hidden"><a href="/consultations/new" className={buttonClass({}, 'mt-1 w-full')}>상담 신청</a></li></ul>
              </nav>
            </details>
          </div>
        </div>
      </header>
      <main id="main">{children}</main>
      <Footer />
    </>
  );
}
