import { Download } from 'lucide-react';
import { fetchFile, save } from '@/api/files.ts';
import { explain } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { budget, date, fileSize } from '@/text/format.ts';
import { Facts } from '@/ui/Page.tsx';
import { toast } from '@/ui/Toasts.tsx';

/** What the customer asked for, folded away once there is more to see. */
export function Brief({ consultation: one }: { consultation: Schema['ConsultationDetails'] }) {
  async function download(file: Schema['AttachmentLine']) {
    try {
      save(await fetchFile(`/api/consultations/${one.id}/files/${file.fileId}/content`), file.fileName);
    } catch (problem) {
      toast('내려받지 못했습니다', explain(problem));
    }
  }
  return (
    <details open={!one.analysis} className="no-print group mt-8 rounded-lg border border-line bg-surface">
      <summary className="flex min-h-14 items-center justify-between px-5 text-lg font-bold sm:px-7">
        <h2 className="text-lg">신청 내용</h2><span aria-hidden="true" className="text-ink-3 transition-transform group-open:rotate-180">⌄</span>
      </summary>
      <Facts className="px-5 pb-6 sm:px-7" of={[
        ['설명', <p className="written">{one.description}</p>],
        ['참고 사이트', one.referenceUrls.length ? <ul>{one.referenceUrls.map((url) => <li key={url}><a href={url} target="_blank" rel="noreferrer noopener nofollow" className="written underline underline-offset-4">{url}</a></li>)}</ul> : '없음'],
        ['원하는 기능', one.features.length ? <span className="written">{one.features.join(', ')}</span> : '없음'],
        ['예산', budget(one.budgetMin, one.budgetMax)],
        ['완성을 바라는 날', one.desiredDate ? date(one.desiredDate) : '없음'],
        ['첨부 파일', one.attachments.length
          ? <ul className="grid gap-1">{one.attachments.map((file) => (
            <li key={file.fileId}><button type="button" onClick={() => void download(file)} className="inline-flex max-w-full items-center gap-2 text-left underline underline-offset-4"><Download aria-hidden="true" className="size-4 shrink-0" /><span className="written min-w-0">{file.fileName}</span><span className="num text-sm text-ink-3">{fileSize(file.size)}</span></button></li>
          ))}</ul>
          : '없음'],
      ]} />
    </details>
  );
}
