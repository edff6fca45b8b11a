import { Check, Copy, Link2 } from 'lucide-react';
import { useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { date } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { ConfirmDialog, Dialog } from '@/ui/Dialog.tsx';
import { controlClass } from '@/ui/Field.tsx';
import { Notice } from '@/ui/Notice.tsx';

/** A link for who has no account. It is shown when it is made and never again: only its hash is kept. */
export function Share({ consultation }: { consultation: Schema['ConsultationDetails'] }) {
  const [open, setOpen] = useState(false);
  const [closing, setClosing] = useState(false);
  const [link, setLink] = useState<Schema['OpenLink']>();
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const path = { id: consultation.id };
  async function make() {
    setBusy(true);
    setFailure(undefined);
    setCopied(false);
    try {
      setLink(await ask(api.POST('/api/consultations/{id}/share', { params: { path } })));
      await outdated('/api/consultations/{id}');
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  }
  async function close() {
    await ask(api.DELETE('/api/consultations/{id}/share', { params: { path } }));
    setLink(undefined);
    await outdated('/api/consultations/{id}');
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(link!.url);
      setCopied(true);
    } catch {
      setFailure(new Error());
    }
  }
  const shared = consultation.share;
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}><Link2 aria-hidden="true" className="size-4" />공유</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="공유 링크" description="링크를 가진 사람은 로그인하지 않고 결과와 문서를 볼 수 있습니다. 대화와 결제는 보이지 않습니다.">
        <div className="grid gap-4">
          {link && (
            <div className="grid gap-2">
              <label htmlFor="share-link" className="font-semibold">링크 <span className="text-sm font-normal text-ink-3">{date(link.expiresAt)}까지</span></label>
              <div className="flex gap-2">
                <input id="share-link" readOnly value={link.url} onFocus={({ target }) => target.select()} className={controlClass} />
                <Button look="secondary" onClick={() => void copy()}>{copied ? <Check aria-hidden="true" className="size-4" /> : <Copy aria-hidden="true" className="size-4" />}{copied ? '복사됨' : '복사'}</Button>
              </div>
              <p role="status" className="sr-only">{copied ? '링크를 복사했습니다.' : ''}</p>
              <p className="text-sm text-ink-3">이 주소는 지금만 볼 수 있습니다. 잊으셨다면 새로 만들어 주세요.</p>
            </div>
          )}
          {!link && shared && <Notice tone="info">{date(shared.expiresAt)}까지 열려 있는 링크가 있습니다. 새로 만들면 이전 링크는 닫힙니다.</Notice>}
          {failure !== undefined && <Notice tone="bad" live>{failure instanceof Error && !failure.message ? '복사하지 못했습니다. 주소를 직접 복사해 주세요.' : explain(failure)}</Notice>}
          <div className="flex flex-wrap justify-end gap-2">
            {shared && <Button look="danger" onClick={() => setClosing(true)}>링크 닫기</Button>}
            {!link && <Button busy={busy} onClick={() => void make()}>{shared ? '새 링크 만들기' : '링크 만들기'}</Button>}
          </div>
        </div>
      </Dialog>
      <ConfirmDialog open={closing} onClose={() => setClosing(false)} title="공유 링크를 닫을까요?" confirm="닫기" danger onConfirm={close}>링크를 받은 사람은 더 이상 볼 수 없습니다.</ConfirmDialog>
    </>
  );
}
