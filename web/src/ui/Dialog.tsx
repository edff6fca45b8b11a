import { Suspense, lazy, useEffect, useState, type ReactNode } from 'react';

// What makes a window weighs more than most pages, so it comes after them: when one is opened, or when the page has long been
// there, so that one opens even if the network is gone by then.
const windows = () => import('./DialogWindow.tsx');
const DialogWindow = lazy(async () => ({ default: (await windows()).DialogWindow }));
const ConfirmWindow = lazy(async () => ({ default: (await windows()).ConfirmWindow }));
const LATER = 3_000;

export interface Shown { open: boolean; onClose: () => void; title: ReactNode; description?: ReactNode; wide?: boolean; children?: ReactNode }

/** A window over the page: focus stays in it, Escape closes it, focus returns to where it came from. */
export function Dialog(shown: Shown) {
  return useOpened(shown.open) && <Suspense><DialogWindow {...shown} /></Suspense>;
}

export interface Asked { open: boolean; onClose: () => void; title: ReactNode; children?: ReactNode; confirm: string; danger?: boolean; onConfirm: () => Promise<unknown> }

/** Asks before something that cannot be undone; stays open, and says why, when it did not work. */
export function ConfirmDialog(asked: Asked) {
  return useOpened(asked.open) && <Suspense><ConfirmWindow {...asked} /></Suspense>;
}

/** Whether it was ever open: what has been is kept, so that it can close with its motion. */
function useOpened(open: boolean) {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  useEffect(() => {
    const timer = setTimeout(() => { windows().catch(() => undefined); }, LATER);
    return () => { clearTimeout(timer); };
  }, []);
  return opened;
}
