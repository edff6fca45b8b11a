import { loadFonts } from '@/app/fonts.ts';
import { toggleTheme } from '@/app/theme.ts';

// The living places of the public pages. No framework: each is a few lines over HTML that is already there.
loadFonts();

for (const button of document.querySelectorAll('[data-island="theme"]')) button.addEventListener('click', toggleTheme);

if (localStorage.getItem('joonbi.session')) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-island="session"]')) {
    link.href = '/consultations';
    link.textContent = '내 상담';
  }
}
