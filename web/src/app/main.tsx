import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from '@/api/queries.ts';
import { resume } from '@/api/session.ts';
import { ConnectionBanner } from '@/ui/ConnectionBanner.tsx';
import { Toasts } from '@/ui/Toasts.tsx';
import { loadFonts } from './fonts.ts';
import { router } from './router.tsx';

loadFonts();
void resume();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ConnectionBanner />
        <Toasts />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
