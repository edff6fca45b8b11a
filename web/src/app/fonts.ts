import fonts from '@/styles/fonts.css?url';

/** Pretendard: one piece for most of a page (`scripts/generate-font.mjs`), ninety for the rest. Asked for by script, so that no first paint waits for it. */
export function loadFonts() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = fonts;
  document.head.append(link);
}
