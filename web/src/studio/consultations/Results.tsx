import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { date, fileSize, won, wonRange } from '@/text/format.ts';
import { documentType, feasibility } from '@/text/labels.ts';
import { StatusBadge } from '@/ui/Notice.tsx';
import { Facts } from '@/ui/Page.tsx';
import { Table } from '@/ui/Table.tsx';
import { DownloadButton } from '../parts/DownloadButton.tsx';
import { Panel } from '../parts/Panel.tsx';
import type { Dossier } from './dossier.ts';

/** What the agent delivered: judgement, every version of the documents, designs. */
export const Results = ({ of: one }: { of: Dossier }) => (
  <>
    {one.analysis && <Judgement of={one.analysis} />}
    {one.documents.length > 0 && <Documents of={one} />}
    {one.designs && <Designs of={one.designs} version={one.designsVersion} />}
  </>
);

const Judgement = ({ of: analysis }: { of: NonNullable<Dossier['analysis']> }) => (
  <Panel title="분석 결과" aside={<StatusBadge of={feasibility[analysis.feasibility]} />}>
    <Facts className="mb-4" of={[
      ['예상 견적', <span className="num">{wonRange(analysis.estimatedMin, analysis.estimatedMax)}</span>],
      ['예상 기간', `${analysis.estimatedDays}일`],
      ...(analysis.rejectReason ? [['어려운 까닭', <span className="written">{analysis.rejectReason}</span>] as [string, ReactNode]] : []),
    ]} />
    {analysis.features.length > 0 && (
      <Table dense caption="기능과 가격" rows={analysis.features.map((feature, index) => ({ ...feature, index }))} rowKey={(feature) => `${feature.index}`} columns={[
        { head: '기능', cell: (feature) => <><span className="written block min-w-40">{feature.name}</span>{feature.description && <span className="written block text-ink-3">{feature.description}</span>}</> },
        { head: '필수', cell: (feature) => (feature.required ? '필수' : '선택') },
        { head: '가격', cell: (feature) => won(feature.price), align: 'right' },
      ]} />
    )}
    {analysis.risks.length > 0 && <><h3 className="mt-4 mb-1 text-sm text-ink-3">위험</h3><ul className="list-disc pl-5">{analysis.risks.map((risk, index) => <li key={index} className="written">{risk}</li>)}</ul></>}
  </Panel>
);

const Documents = ({ of: one }: { of: Dossier }) => (
  <Panel title="문서">
    <Table dense caption="문서의 모든 판" rows={one.documents} rowKey={(file) => file.fileId} columns={[
      { head: '문서', cell: (file) => <DownloadButton path={`/api/admin/consultations/${one.id}/files/${file.fileId}/content`} name={file.fileName}><Download aria-hidden="true" className="size-4 shrink-0" /><span>{documentType[file.type]} {file.version}판<span className="sr-only"> 내려받기</span></span></DownloadButton> },
      { head: '크기', cell: (file) => <span className="whitespace-nowrap">{fileSize(file.size)}</span>, align: 'right' },
      { head: '받은 날', cell: (file) => <span className="whitespace-nowrap">{date(file.createdAt)}</span>, from: 'sm' },
    ]} />
  </Panel>
);

const Designs = ({ of: designs, version }: { of: NonNullable<Dossier['designs']>; version: number }) => (
  <Panel title={`화면 시안 ${version}판`} aside={designs.figmaFileUrl && <a href={designs.figmaFileUrl} target="_blank" rel="noreferrer noopener" className="underline underline-offset-4">Figma 파일 열기</a>}>
    {designs.unavailableReason && <p className="written">{designs.unavailableReason}</p>}
    <ul className="grid gap-1">
      {designs.screens.map((screen) => (
        <li key={screen.screenId} className="flex flex-wrap gap-x-3">
          <span className="written">{screen.screenName}</span>
          {screen.figmaUrl && <a href={screen.figmaUrl} target="_blank" rel="noreferrer noopener" className="underline underline-offset-4">Figma<span className="sr-only"> {screen.screenName}</span></a>}
          {screen.imageUrl && <a href={screen.imageUrl} target="_blank" rel="noreferrer noopener" className="underline underline-offset-4">그림<span className="sr-only"> {screen.screenName}</span></a>}
        </li>
      ))}
    </ul>
  </Panel>
);
