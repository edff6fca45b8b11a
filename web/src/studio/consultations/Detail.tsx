import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { consultationKind, consultationStatus } from '@/text/labels.ts';
import { Badge, Notice, StatusBadge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Progress } from '@/ui/Progress.tsx';
import { Loaded } from '@/ui/States.tsx';
import { rejection } from '../labels.ts';
import { Actions } from './Actions.tsx';
import { Brief } from './Brief.tsx';
import { Deliveries } from './Deliveries.tsx';
import { dossierQuery, type Dossier } from './dossier.ts';
import { Results } from './Results.tsx';
import { Standing } from './Standing.tsx';
import { Thread } from './Thread.tsx';
import { Timeline } from './Timeline.tsx';

/** Something is about to happen by itself. */
const moves = ({ status, deliveries }: Dossier) => ['REQUESTED', 'ANALYZING', 'AWAITING_PAYMENT'].includes(status) || deliveries.some((one) => !one.failedAt);

/** One consultation with all that is known of it: what was asked on the left, what happened on the right. */
export function ConsultationPage() {
  const { id = '' } = useParams();
  const consultation = useQuery({ ...dossierQuery(id), refetchInterval: ({ state }) => (state.data && moves(state.data) ? 5_000 : 60_000) });
  return (
    <>
      <Link to="/admin/consultations" className="mb-2 inline-block py-1 text-sm text-ink-3 hover:text-ink">← 상담 목록</Link>
      {!consultation.data && <PageTitle className="mb-5" title="상담" />}
      <Loaded query={consultation}>
        {(one) => (
          <>
            <PageTitle key={one.id} className="mb-5" documentTitle={one.projectName} title={<span className="written text-xl sm:text-2xl">{one.projectName}</span>} actions={<Actions of={one} />} />
            <div className="mb-5 flex flex-wrap items-center gap-2 text-sm" role="status">
              <StatusBadge of={consultationStatus[one.status]} />
              <span className="text-ink-2">{consultationKind[one.kind]}</span>
              {one.campaignId && <Badge tone="good">무료 이벤트</Badge>}
              {one.screeningOverruled && <Badge tone="warn">심사 결과를 뒤집음</Badge>}
              {one.closedAt && <Badge>대화 종료</Badge>}
              {one.status === 'ANALYZING' && <span className="text-ink-2">{one.percent}% {one.stage}</span>}
            </div>
            {one.status === 'ANALYZING' && <Progress className="mb-5" percent={one.percent} label="분석 진행률" />}
            {one.rejection && <Notice tone="bad" className="mb-5" title={`진행 불가 (${rejection(one.rejection.code)})`}><p className="written">{one.rejection.reason}</p></Notice>}
            <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
              <div className="grid min-w-0 gap-6">
                <Brief of={one} />
                <Results of={one} />
                <Thread of={one} />
              </div>
              <div className="grid min-w-0 gap-6">
                <Standing of={one} />
                <Deliveries of={one} />
                <Timeline lines={one.timeline} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
