import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { get } from '@/api/queries.ts';
import { date } from '@/text/format.ts';
import { Button, ButtonAnchor } from '@/ui/Button.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Analysis } from './result/Analysis.tsx';
import { Designs } from './result/Designs.tsx';
import { Documents } from './result/Documents.tsx';

/** A result for who was given its link. */
export function SharedResult() {
  const token = useParams().token!;
  const shared = useQuery(get('/api/shared/{token}', { params: { path: { token } } }));
  return (
    <Loaded query={shared}>
      {(one) => (
        <>
          <PageTitle title={<span className="written">{one.projectName}</span>} documentTitle={one.projectName} lead={`준비스튜디오가 ${date(one.completedAt)}에 분석한 결과입니다. 이 링크는 ${date(one.expiresAt)}까지 열립니다.`}
            actions={<Button look="secondary" className="no-print" onClick={() => window.print()}><Printer aria-hidden="true" className="size-4" />인쇄</Button>} />
          <div className="grid gap-6">
            <Analysis analysis={one.analysis} />
            <Documents documents={one.documents} base={`/api/shared/${encodeURIComponent(token)}/files`} />
            {one.designs && <Designs designs={one.designs} />}
          </div>
          <p className="no-print mt-10 text-center"><ButtonAnchor href="/" look="quiet">준비스튜디오는 어떤 곳인가요?</ButtonAnchor></p>
        </>
      )}
    </Loaded>
  );
}
