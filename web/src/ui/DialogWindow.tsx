import { AlertDialog as BaseAlert } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState } from 'react';
import { explain } from '@/api/problem.ts';
import { Button } from './Button.tsx';
import { cx } from './classes.ts';
import type { Asked, Shown } from './Dialog.tsx';
import { Notice } from './Notice.tsx';

// Over the pages' own heads (30) and under what tells of a lost connection (40).
const backdrop = 'fixed inset-0 z-35 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0';
const popup =
  'fixed inset-x-0 bottom-0 z-35 mx-auto flex max-h-[92dvh] w-full max-w-lg flex-col overflow-y-auto rounded-t-xl bg-surface p-6 shadow-float transition duration-200 ease-out data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0 sm:bottom-auto sm:top-[12dvh] sm:max-h-[76dvh] sm:rounded-xl';

export function DialogWindow({ open, onClose, title, description, wide, children }: Shown) {
  return (
    <Base.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <Base.Portal>
        <Base.Backdrop className={backdrop} />
        <Base.Popup className={cx(popup, wide && 'sm:max-w-4xl')}>
          <div className="mb-4 flex items-start justify-between gap-4">
            <Base.Title className="text-xl">{title}</Base.Title>
            <Base.Close aria-label="닫기" className="-m-2 rounded-md p-2 text-ink-3 hover:bg-sunken hover:text-ink"><X aria-hidden="true" className="size-5" /></Base.Close>
          </div>
          {description && <Base.Description className="mb-4 text-ink-2">{description}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export function ConfirmWindow({ open, onClose, title, children, confirm, danger, onConfirm }: Asked) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  async function act() {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <BaseAlert.Root open={open} onOpenChange={(next) => { if (!next && !busy) { setFailure(undefined); onClose(); } }}>
      <BaseAlert.Portal>
        <BaseAlert.Backdrop className={backdrop} />
        <BaseAlert.Popup className={popup}>
          <BaseAlert.Title className="mb-3 text-xl">{title}</BaseAlert.Title>
          <BaseAlert.Description render={<div />} className="grid gap-3 text-ink-2">{children}</BaseAlert.Description>
          {failure !== undefined && <Notice tone="bad" live className="mt-4">{explain(failure)}</Notice>}
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <BaseAlert.Close render={<Button look="quiet">그만두기</Button>} />
            <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void act()}>{confirm}</Button>
          </div>
        </BaseAlert.Popup>
      </BaseAlert.Portal>
    </BaseAlert.Root>
  );
}
