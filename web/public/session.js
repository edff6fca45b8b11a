// While the application is still on its way: asks for the session that src/api/session.ts takes over. A refresh token is good
// for one use, so one tab asks at a time; a failure is left to whoever takes over.
try {
  if (localStorage.getItem('joonbi.session')) {
    const ask = () => fetch('/api/auth/refresh', { method: 'POST' });
    window.joonbiRefresh = navigator.locks ? navigator.locks.request('joonbi.refresh', ask) : ask();
    window.joonbiRefresh.catch(() => undefined);
  }
} catch {
  // Storage may be forbidden; the application asks by itself.
}
