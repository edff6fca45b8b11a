// Before the first paint: a choice of light or dark that was made here wins over the system's.
try {
  const theme = localStorage.getItem('joonbi.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's wish holds.
}
