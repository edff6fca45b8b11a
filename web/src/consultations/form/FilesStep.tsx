import { FileText, Paperclip, RotateCw, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import { fileSize } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { cx } from '@/ui/classes.ts';
import { Progress } from '@/ui/Progress.tsx';
import type { Draft } from '../draft.ts';
import type { Uploads } from './uploads.ts';

const accept = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.hwp,.hwpx,.docx,.xlsx,.pptx,.txt,.csv,.zip';

export function FilesStep({ form, uploads }: { form: UseFormReturn<Draft>; uploads: Uploads }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const attached = form.watch('attachments');
  const full = attached.length + uploads.list.length >= ConsultationDraft.attachmentIds.maxItems;
  return (
    <div className="grid gap-5">
      <div
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); uploads.add([...event.dataTransfer.files]); }}
        className={cx('grid justify-items-center gap-3 rounded-lg border-2 border-dashed px-6 py-12 text-center transition-colors has-focus-visible:border-accent', over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface')}>
        <Paperclip aria-hidden="true" className="size-9 text-ink-3" strokeWidth={1.5} />
        <p>로고, 메뉴판, 손으로 그린 그림… 무엇이든 도움이 됩니다.<br />이곳에 끌어다 놓거나 파일을 골라 주세요.</p>
        <label htmlFor={id} className={cx('inline-flex min-h-11 items-center rounded-md border border-line-strong px-5 font-semibold hover:border-ink', full && 'opacity-55')}>파일 고르기</label>
        <input id={id} type="file" multiple accept={accept} disabled={full} aria-describedby={`${id}-hint`} className="sr-only" onChange={({ target }) => { uploads.add([...(target.files ?? [])]); target.value = ''; }} />
        <p id={`${id}-hint`} className="text-sm text-ink-3">이미지, PDF, 한글·오피스 문서, 텍스트, ZIP · {ConsultationDraft.attachmentIds.maxItems}개까지</p>
      </div>
      <ul aria-label="첨부 파일" className="grid gap-2">
        {attached.map((file) => (
          <li key={file.id} className="flex items-center gap-3 rounded-md border border-line bg-surface px-4 py-2">
            <FileText aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
            <span className="written min-w-0 flex-1">{file.fileName}</span>
            <span className="num text-sm text-ink-3">{fileSize(file.size)}</span>
            <Button look="quiet" aria-label={`${file.fileName} 빼기`} className="px-3" onClick={() => uploads.remove(file)}><X aria-hidden="true" className="size-5" /></Button>
          </li>
        ))}
        {uploads.list.map((one) => (
          <li key={one.key} className="grid gap-2 rounded-md border border-line bg-surface px-4 py-2">
            <div className="flex items-center gap-3">
              <FileText aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
              <span className="written min-w-0 flex-1">{one.file.name}</span>
              {one.failure
                ? <Button look="quiet" aria-label={`${one.file.name} 다시 올리기`} className="px-3" onClick={() => uploads.again(one.key)}><RotateCw aria-hidden="true" className="size-5" /></Button>
                : <span className="num text-sm text-ink-3">{one.waiting ? '연결을 기다립니다' : `${Math.round(one.part * 100)}%`}</span>}
              <Button look="quiet" aria-label={`${one.file.name} 그만두기`} className="px-3" onClick={() => uploads.drop(one.key)}><X aria-hidden="true" className="size-5" /></Button>
            </div>
            {one.failure ? <p role="alert" className="text-sm font-medium text-bad">{one.failure}</p> : <Progress percent={Math.round(one.part * 100)} label={`${one.file.name} 올리는 중`} />}
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">{attached.length > 0 && `${attached.length}개를 첨부했습니다.`}</p>
    </div>
  );
}
