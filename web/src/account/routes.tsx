import type { RouteObject } from 'react-router';

/** For who is not logged in. Mails lead to /verify-email, /change-email and /reset-password. */
export const guestRoutes: RouteObject[] = [
  { path: '/login', lazy: async () => ({ Component: (await import('./LogIn.tsx')).LogIn }) },
  { path: '/register', lazy: async () => ({ Component: (await import('./Register.tsx')).Register }) },
  { path: '/forgot-password', lazy: async () => ({ Component: (await import('./ForgotPassword.tsx')).ForgotPassword }) },
  { path: '/reset-password', lazy: async () => ({ Component: (await import('./ResetPassword.tsx')).ResetPassword }) },
  { path: '/change-email', lazy: async () => ({ Component: (await import('./ChangeEmail.tsx')).ChangeEmail }) },
  { path: '/verify-email', lazy: async () => ({ Component: (await import('./VerifyEmail.tsx')).VerifyEmail }) },
];

export const accountRoutes: RouteObject[] = [
  { path: '/account', lazy: async () => ({ Component: (await import('./Account.tsx')).Account }) },
];
