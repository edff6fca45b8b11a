import { BookOpenText, Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { fetchFile, save } from '@/api/files.ts';
import { explain } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { fileSize } from '@/text/format.ts';
import { documentType, } from '@/text/labels.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { Card } from '@/ui/Page.tsx';
import { Loading } from '@/ui/States.tsx';
import { toast } from '@/ui/Toasts.tsx';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));

/** The newest version of each document, to read here or to take home. `base` is where their contents are. */
export function Documents({ documents, base }: { documents: Schema['DocumentLine'][]; base: string }) {
  const [open, setOpen] = useState<Schema['DocumentLine']>();
  const path = (line: Schema['DocumentLine']) => `${base}/${line.fileId}/content`;
  async function download(line: Schema['DocumentLine']) {
    try {
      save(await fetchFile(path(line)), line.fileName);
    } catch (problem) {
      toast('내려받지 못했습니다', explain(problem));
    }
  }
  return (
    <Card className="no-print">
      <h2 className="mb-4 text-lg">문서</h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {documents.map((line) => (
          <li key={line.fileId} className="grid content-between gap-4 rounded-md border border-line p-5">
            <div className="flex items-start gap-4">
              <svg viewBox="0 0 40 52" className="w-10 shrink-0" aria-hidden="true"><path d="M4 1h22l13 13v37H4z" className="fill-paper stroke-line-strong" strokeWidth="1.5" /><path d="M26 1v13h13" className="fill-none stroke-line-strong" strokeWidth="1.5" /><path d="M11 24h20M11 31h20M11 38h12" className="stroke-accent" strokeWidth="2" /></svg>
              <div className="min-w-0"><h3 className="font-bold">{documentType[line.type]}</h3><p className="num text-sm text-ink-3">PDF · {fileSize(line.size)}{line.version > 1 && ` · ${line.version}판`}</p></div>
            </div>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" look="secondary" className="min-h-11" aria-label={`${documentType[line.type]} 읽기`} onClick={() => setOpen(line)}><BookOpenText aria-hidden="true" className="size-4" />읽기</Button>
              <Button size="sm" look="quiet" className="min-h-11" aria-label={`${documentType[line.type]} 내려받기`} onClick={() => void download(line)}><Download aria-hidden="true" className="size-4" />내려받기</Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog wide open={open !== undefined} onClose={() => setOpen(undefined)} title={open ? documentType[open.type] : ''}>
        {open && <Suspense fallback={<Loading />}><PdfPages path={path(open)} name={documentType[open.type]} /></Suspense>}
      </Dialog>
    </Card>
  );
}
