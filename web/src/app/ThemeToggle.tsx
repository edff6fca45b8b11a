import { MoonStar, Sun } from 'lucide-react';
import { toggleTheme } from './theme.ts';

/** On the public pages, which have no React, the script finds it by its `data-island`. */
export const ThemeToggle = () => (
  <button type="button" data-island="theme" onClick={toggleTheme} aria-label="밝은 화면과 어두운 화면 바꾸기" className="grid size-11 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink">
    <Sun aria-hidden="true" className="theme-light size-5" />
    <MoonStar aria-hidden="true" className="theme-dark size-5" />
  </button>
);
