import { useState, type ReactNode } from 'react';
import { fetchFile, save } from '@/api/files.ts';
import { explain } from '@/api/problem.ts';
import { Spinner } from '@/ui/Spinner.tsx';
import { toast } from '@/ui/Toasts.tsx';

/** Fetches a file with the session's token, which a plain link could not send. */
export function DownloadButton({ path, name, children }: { path: string; name: string; children: ReactNode }) {
  const [busy, setBusy] = useState(false);
  async function fetchIt() {
    setBusy(true);
    try {
      save(await fetchFile(path), name);
    } catch (failure) {
      toast('내려받지 못했습니다', explain(failure));
    } finally {
      setBusy(false);
    }
  }
  return (
    <button type="button" aria-busy={busy || undefined} onClick={() => { if (!busy) void fetchIt(); }} className="inline-flex min-h-9 min-w-0 items-center gap-1.5 text-left underline decoration-line-strong underline-offset-4 hover:text-accent-text">
      {busy && <Spinner />}{children}
    </button>
  );
}
