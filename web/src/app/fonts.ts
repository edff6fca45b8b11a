import fonts from '@/styles/fonts.css?url';

/** Pretendard in ninety pieces, of which a page fetches those it needs. Asked for by script, so that no first paint waits for it. */
export function loadFonts() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = fonts;
  document.head.append(link);
}
