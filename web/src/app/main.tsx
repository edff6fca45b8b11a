import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense, lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from '@/api/queries.ts';
import { resume } from '@/api/session.ts';
import { ConnectionBanner } from '@/ui/ConnectionBanner.tsx';
import { loadFonts } from './fonts.ts';
import { router } from './router.tsx';

// Nothing is toasted before something was done: the first page need not wait for it.
const Toasts = lazy(async () => ({ default: (await import('@/ui/Toasts.tsx')).Toasts }));

loadFonts();
void resume();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ConnectionBanner />
        <Suspense><Toasts /></Suspense>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
