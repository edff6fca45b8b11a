import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/queries.ts';
import { budget, count, date, fileSize, won } from '@/text/format.ts';
import { consultationKind } from '@/text/labels.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Card, Facts } from '@/ui/Page.tsx';
import { toRequest, type Draft } from '../draft.ts';

/** What will be sent, and what it will cost. */
export function ReviewStep({ draft }: { draft: Draft }) {
  const slots = useQuery({ ...get('/api/events/slots'), staleTime: 10_000 }).data;
  const request = toRequest(draft);
  const none = <span className="text-ink-3">없음</span>;
  return (
    <div className="grid gap-5">
      <Card>
        <Facts of={[
          ['상담 종류', consultationKind[request.kind]],
          ['프로젝트 이름', request.projectName ? <span className="written font-semibold">{request.projectName}</span> : none],
          ['설명', request.description ? <p className="written">{request.description}</p> : none],
          ['참고 사이트', request.referenceUrls?.length ? <ul>{request.referenceUrls.map((url, index) => <li key={index} className="written">{url}</li>)}</ul> : none],
          ['원하는 기능', request.features?.length ? <span className="written">{request.features.join(', ')}</span> : none],
          ['예산', budget(request.budgetMin, request.budgetMax)],
          ['완성을 바라는 날', request.desiredDate ? date(request.desiredDate) : none],
          ['첨부 파일', draft.attachments.length ? <ul>{draft.attachments.map((file) => <li key={file.id} className="written">{file.fileName} <span className="num text-sm text-ink-3">{fileSize(file.size)}</span></li>)}</ul> : none],
        ]} />
      </Card>
      {request.kind === 'ANALYSIS' && slots && (slots.left > 0
        ? <Notice tone="good">무료 이벤트 자리가 {count(slots.left)}개 남아 있습니다. 이미 쓰신 적이 없다면 요금 없이 바로 시작합니다.</Notice>
        : <Notice tone="info">보내신 뒤에 분석 상담 요금 {won(slots.fee)}을 결제하시면 분석을 시작합니다. 만들 수 없는 것으로 나오거나 분석이 실패하면 전액 돌려 드립니다.</Notice>)}
    </div>
  );
}
