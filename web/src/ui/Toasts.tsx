import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';

const manager = Toast.createToastManager();

/** Says briefly that something was done. What went wrong belongs beside what was tried, not here. */
export const toast = (title: string, description?: string) => manager.add({ title, ...(description && { description }) });

const Shown = () => Toast.useToastManager().toasts.map((one) => (
  <Toast.Root key={one.id} toast={one} className="flex items-start gap-3 rounded-md bg-ink px-4 py-3 text-paper shadow-float transition duration-200 data-ending-style:opacity-0 data-starting-style:translate-y-3 data-starting-style:opacity-0">
    <Toast.Content className="min-w-0 flex-1">
      <Toast.Title className="font-semibold" />
      <Toast.Description className="text-sm" />
    </Toast.Content>
    <Toast.Close aria-label="알림 닫기" className="-m-1 rounded p-1"><X aria-hidden="true" className="size-4" /></Toast.Close>
  </Toast.Root>
));

export const Toasts = () => (
  <Toast.Provider toastManager={manager} timeout={6000}>
    <Toast.Portal>
      <Toast.Viewport className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-sm flex-col gap-2 sm:right-6 sm:left-auto sm:w-96"><Shown /></Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);
