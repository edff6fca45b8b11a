import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';

interface Said { id: number; title: string; description: string | undefined }

const life = 6_000;
let said: readonly Said[] = [];
let next = 0;
const listeners = new Set<() => void>();

function change(now: readonly Said[]) {
  said = now;
  for (const listener of listeners) listener();
}

const forget = (id: number) => change(said.filter((one) => one.id !== id));

/** Says briefly that something was done. What went wrong belongs beside what was tried, not here. */
export function toast(title: string, description?: string) {
  const id = next++;
  change([...said, { id, title, description }]);
  setTimeout(() => forget(id), life);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const Toasts = () => (
  <div role="status" className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-sm flex-col gap-2 sm:right-6 sm:left-auto sm:w-96">
    {useSyncExternalStore(subscribe, () => said).map(({ id, title, description }) => (
      <div key={id} className="flex animate-[rise_.25s] items-start gap-3 rounded-md bg-ink px-4 py-3 text-paper shadow-float">
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{title}</p>
          {description && <p className="text-sm">{description}</p>}
        </div>
        <button type="button" aria-label="알림 닫기" onClick={() => forget(id)} className="-m-1 rounded p-1"><X aria-hidden="true" className="size-4" /></button>
      </div>
    ))}
  </div>
);
