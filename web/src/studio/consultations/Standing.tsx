import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dateTime } from '@/text/format.ts';
import { Facts } from '@/ui/Page.tsx';
import { Instant } from '@/ui/Time.tsx';
import { Panel } from '../parts/Panel.tsx';
import type { Dossier } from './dossier.ts';

/** Whose it is and how far. */
export const Standing = ({ of: one }: { of: Dossier }) => (
  <Panel title="고객과 진행">
    <Facts className="text-sm" of={[
      ['고객', <><Link to={`/admin/customers/${one.customer.id}`} className="written font-semibold underline underline-offset-4">{one.customer.name}</Link><br /><span className="written">{one.customer.email}</span>{one.customer.phone && <><br /><span className="num">{one.customer.phone}</span></>}</>],
      ['결제', <Link to={`/admin/payments?q=${encodeURIComponent(one.customer.email)}`} className="underline underline-offset-4">이 고객의 결제</Link>],
      ['신청', <Instant at={one.createdAt} />],
      ['마지막 변경', <Instant at={one.updatedAt} />],
      ...(one.completedAt ? [['완료', <Instant at={one.completedAt} />] as [string, ReactNode]] : []),
      ...(one.kind === 'ANALYSIS' ? runs(one) : []),
      ['공유 링크', one.share ? `${dateTime(one.share.expiresAt)}까지 열려 있음` : '없음'],
    ]} />
  </Panel>
);

const runs = (one: Dossier): [string, ReactNode][] => [
  ['분석 시도', `${one.attempts}번`],
  ['이번 시도의 요청', `${one.triggers}번`],
  ...(one.triggeredAt ? [['마지막 요청', <Instant at={one.triggeredAt} />] as [string, ReactNode]] : []),
  ...(one.leaseUntil ? [['분석 기한', <Instant at={one.leaseUntil} />] as [string, ReactNode]] : []),
  ...(one.deadlineAt ? [['다음 자동 점검', <Instant at={one.deadlineAt} />] as [string, ReactNode]] : []),
  ...one.runs.filter((run) => run.error).map((run) => [`${run.attempt}번째 실패`, <span className="written">{run.error}</span>] as [string, ReactNode]),
];
