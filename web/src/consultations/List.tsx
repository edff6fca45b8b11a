import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { list } from '@/api/queries.ts';
import { consultationKind, consultationStatus } from '@/text/labels.ts';
import { ButtonLink } from '@/ui/Button.tsx';
import { Listed } from '@/ui/More.tsx';
import { Badge, StatusBadge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Progress } from '@/ui/Progress.tsx';
import { Empty } from '@/ui/States.tsx';
import { Ago } from '@/ui/Time.tsx';

export function ConsultationList() {
  const consultations = useInfiniteQuery({ ...list('/api/consultations'), refetchInterval: 30_000 });
  const create = <ButtonLink to="/consultations/new"><Plus aria-hidden="true" className="size-5" />새 상담 신청</ButtonLink>;
  return (
    <>
      <PageTitle title="내 상담" actions={create} />
      <Listed query={consultations} empty={<Empty title="아직 신청한 상담이 없습니다" action={create}>마음에 드는 사이트 주소 하나와 몇 문장이면 시작할 수 있습니다.</Empty>}>
        {(items) => (
          <ul className="grid gap-3">
            {items.map((one) => (
              <li key={one.id} className="relative rounded-lg border border-line bg-surface p-5 transition-colors hover:border-ink-3 has-focus-visible:border-ink">
                <div className="flex flex-wrap items-center gap-2">
                  <StatusBadge of={consultationStatus[one.status]} />
                  <span className="text-sm text-ink-3">{consultationKind[one.kind]}</span>
                  {one.freeSlot && <Badge tone="good">무료 이벤트</Badge>}
                  <span className="ml-auto text-sm text-ink-3"><Ago at={one.createdAt} /> 신청</span>
                </div>
                <h2 className="mt-2 flex items-center justify-between gap-3 text-lg">
                  <Link to={`/consultations/${one.id}`} className="written min-w-0 after:absolute after:inset-0">{one.projectName}</Link>
                  <ArrowRight aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
                </h2>
                {one.status === 'ANALYZING' && <Progress className="mt-3" percent={one.percent} label={`${one.projectName} 분석 진행률`} />}
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </>
  );
}
