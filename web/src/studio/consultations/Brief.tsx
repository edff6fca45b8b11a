import { Download } from 'lucide-react';
import { budget, date, fileSize } from '@/text/format.ts';
import { Facts } from '@/ui/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { DownloadButton } from '../parts/DownloadButton.tsx';
import type { Dossier } from './dossier.ts';

/** What the customer asked for. Their addresses open without telling where one comes from. */
export const Brief = ({ of: one }: { of: Dossier }) => (
  <Panel title="상담 내용">
    <p className="written mb-4 max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label="설명">{one.description}</p>
    <Facts of={[
      ['참고 사이트', one.referenceUrls.length === 0 ? '없음' : <ul>{one.referenceUrls.map((url) => <li key={url}><a href={url} target="_blank" rel="noreferrer noopener nofollow" className="written underline underline-offset-4">{url}</a></li>)}</ul>],
      ['예산', budget(one.budgetMin, one.budgetMax)],
      ['희망일', one.desiredDate ? date(one.desiredDate) : '없음'],
      ['원하는 기능', one.features.length === 0 ? '없음' : <ul className="list-disc pl-4">{one.features.map((feature, index) => <li key={index} className="written">{feature}</li>)}</ul>],
      ['첨부 파일', one.attachments.length === 0 ? '없음' : (
        <ul className="grid gap-1">
          {one.attachments.map((file) => (
            <li key={file.fileId} className="flex flex-wrap items-center gap-2">
              <DownloadButton path={`/api/admin/consultations/${one.id}/files/${file.fileId}/content`} name={file.fileName}><Download aria-hidden="true" className="size-4 shrink-0" /><span className="written">{file.fileName}</span></DownloadButton>
              <span className="text-sm text-ink-3">{fileSize(file.size)}</span>
            </li>
          ))}
        </ul>
      )],
    ]} />
  </Panel>
);
