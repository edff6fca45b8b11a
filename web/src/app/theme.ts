/** The other one than what is seen; remembered here, and read before the first paint by /theme.js. */
export function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('joonbi.theme', root.dataset.theme);
}
