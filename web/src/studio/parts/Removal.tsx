import { Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '@/ui/Dialog.tsx';
import { toast } from '@/ui/Toasts.tsx';

/** Removes a thing after asking. */
export function Removal({ name, children, onRemove }: { name: string; children: ReactNode; onRemove: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-label={`${name} 삭제`} onClick={() => setOpen(true)} className="grid size-9 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-bad"><Trash2 aria-hidden="true" className="size-4" /></button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={<span className="written">{name}: 삭제할까요?</span>} confirm="삭제하기" danger onConfirm={async () => { await onRemove(); toast('삭제했습니다'); }}>{children}</ConfirmDialog>
    </>
  );
}
