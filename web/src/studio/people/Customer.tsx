import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { get } from '@/api/queries.ts';
import { useSession } from '@/api/session.ts';
import type { Schema } from '@/api/types.ts';
import { date } from '@/text/format.ts';
import { consultationKind, consultationStatus, userRole } from '@/text/labels.ts';
import { Button } from '@/ui/Button.tsx';
import { Badge, Notice, StatusBadge } from '@/ui/Notice.tsx';
import { Facts, PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { Ago, Instant } from '@/ui/Time.tsx';
import { Panel } from '../parts/Panel.tsx';
import { RowLink } from '../parts/Row.tsx';
import { RoleDialog } from './RoleDialog.tsx';

const consents: Record<Schema['ConsentDocument'], string> = { TERMS: '이용약관', PRIVACY: '개인정보 처리방침', MARKETING: '이벤트 소식' };

export function CustomerPage() {
  const { id = '' } = useParams();
  const person = useQuery(get('/api/admin/customers/{id}', { params: { path: { id } } }));
  return (
    <>
      <Link to="/admin/customers" className="mb-2 inline-block py-1 text-sm text-ink-3 hover:text-ink">← 고객 목록</Link>
      {!person.data && <PageTitle className="mb-5" title="고객" />}
      <Loaded query={person}>{(one) => <Dossier key={one.id} of={one} />}</Loaded>
    </>
  );
}

function Dossier({ of: one }: { of: Schema['CustomerDossier'] }) {
  const [asking, setAsking] = useState(false);
  const session = useSession();
  const own = session.state === 'signedIn' && session.user.id === one.id;
  return (
    <>
      <PageTitle className="mb-5" documentTitle={one.name} title={<span className="written">{one.name}</span>}
        actions={!own && !one.deletedAt && <Button look="secondary" size="sm" className="min-h-10" onClick={() => setAsking(true)}>{one.role === 'ADMIN' ? '고객으로 바꾸기' : '관리자로 바꾸기'}</Button>} />
      {one.deletedAt && <Notice tone="neutral" className="mb-5">{date(one.deletedAt)}에 탈퇴했습니다. 개인정보는 지워졌습니다.</Notice>}
      <div className="grid items-start gap-6 xl:grid-cols-[26rem_minmax(0,1fr)]">
        <Panel title="계정">
          <Facts className="text-sm" of={[
            ['이메일', <><span className="written">{one.email}</span> {one.emailVerified ? <Badge tone="good">확인됨</Badge> : <Badge tone="warn">미확인</Badge>}</>],
            ...(one.mailFailedAt ? [['메일', <span className="text-bad"><Instant at={one.mailFailedAt} />부터 닿지 않음</span>] as [string, ReactNode]] : []),
            ['전화', <span className="num">{one.phone ?? '–'}</span>],
            ['역할', userRole[one.role]],
            ['가입', <Instant at={one.createdAt} />],
            ['마지막 방문', one.lastSeenAt ? <Instant at={one.lastSeenAt} /> : '–'],
            ['로그인한 기기', `${one.openSessions}대`],
            ['동의', <ul>{one.consents.map((consent) => <li key={`${consent.document} ${consent.version}`}>{consents[consent.document]} {consent.version} · {date(consent.givenAt)}</li>)}</ul>],
            ['결제', <Link to={`/admin/payments?q=${encodeURIComponent(one.email)}`} className="underline underline-offset-4">결제 보기</Link>],
          ]} />
        </Panel>
        <Panel title="최근 상담">
          {one.consultations.length === 0 ? <p className="text-ink-3">신청한 상담이 없습니다.</p> : (
            <Table dense caption="최근 상담 목록" rows={one.consultations} rowKey={(line) => line.id} columns={[
              { head: '프로젝트', cell: (line) => <RowLink to={`/admin/consultations/${line.id}`}>{line.projectName}</RowLink> },
              { head: '상태', cell: (line) => <StatusBadge of={consultationStatus[line.status]} /> },
              { head: '종류', cell: (line) => <span className="whitespace-nowrap">{consultationKind[line.kind]}</span>, from: 'sm' },
              { head: '신청', cell: (line) => <span className="whitespace-nowrap"><Ago at={line.createdAt} /></span>, from: 'sm' },
            ]} />
          )}
        </Panel>
      </div>
      <RoleDialog of={one} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
