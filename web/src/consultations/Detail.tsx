import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { Link, useParams } from 'react-router';
import { get } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { consultationKind, consultationStatus } from '@/text/labels.ts';
import { Button } from '@/ui/Button.tsx';
import { StatusBadge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Loaded, Skeleton } from '@/ui/States.tsx';
import { Brief } from './Brief.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { Ended } from './Ended.tsx';
import { useNews } from './live/useNews.ts';
import { Result } from './result/Result.tsx';

// The result is read first and most; what belongs to other states, or has a form, comes when it is needed.
const AwaitingPayment = lazy(async () => ({ default: (await import('./AwaitingPayment.tsx')).AwaitingPayment }));
const Live = lazy(async () => ({ default: (await import('./live/Live.tsx')).Live }));
const OnHold = lazy(async () => ({ default: (await import('./OnHold.tsx')).OnHold }));
const Thread = lazy(async () => ({ default: (await import('./Thread.tsx')).Thread }));

const live: Schema['ConsultationStatus'][] = ['ON_HOLD', 'AWAITING_PAYMENT', 'REQUESTED', 'ANALYZING'];
const cancellable: Schema['ConsultationStatus'][] = ['ON_HOLD', 'AWAITING_PAYMENT', 'REQUESTED'];
const silent: Schema['ConsultationStatus'][] = ['CANCELLED', 'REJECTED'];

export function ConsultationDetail() {
  const id = useParams().id!;
  const consultation = useQuery({ ...get('/api/consultations/{id}', { params: { path: { id } } }), refetchInterval: ({ state }) => (state.data?.kind === 'SIMPLE' ? 20_000 : false) });
  const status = consultation.data?.status;
  const stream = useNews(id, status !== undefined && live.includes(status));
  const [cancelling, setCancelling] = useState(false);
  return (
    <Loaded query={consultation}>
      {(one) => (
        <>
          <p className="no-print mb-3"><Link to="/consultations" className="text-ink-3 hover:text-ink">← 내 상담</Link></p>
          <PageTitle title={<span className="written">{one.projectName}</span>} documentTitle={one.projectName}
            lead={<span className="flex flex-wrap items-center gap-2"><StatusBadge of={consultationStatus[one.status]} /> {consultationKind[one.kind]}</span>}
            actions={cancellable.includes(one.status) && <Button look="quiet" onClick={() => setCancelling(true)}>상담 취소</Button>} />
          <Suspense fallback={<Skeleton className="h-72" />}><Body one={one} stream={stream} /></Suspense>
          <Brief consultation={one} />
          {!silent.includes(one.status) && <Suspense fallback={<Skeleton className="mt-8 h-72" />}><Thread consultation={one} /></Suspense>}
          <CancelDialog consultation={one} open={cancelling} onClose={() => setCancelling(false)} />
        </>
      )}
    </Loaded>
  );
}

function Body({ one, stream }: { one: Schema['ConsultationDetails']; stream: ReturnType<typeof useNews> }) {
  switch (one.status) {
    case 'ON_HOLD': return <OnHold consultation={one} />;
    case 'AWAITING_PAYMENT': return <AwaitingPayment consultation={one} />;
    case 'REQUESTED':
    case 'ANALYZING': return one.kind === 'ANALYSIS' ? <Live consultation={one} stream={stream} /> : null;
    case 'COMPLETED':
    case 'CONVERTED': return one.analysis ? <Result consultation={one} /> : null;
    case 'REJECTED':
    case 'FAILED':
    case 'CANCELLED': return <Ended consultation={one} />;
  }
}
