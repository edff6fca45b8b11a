import { useInfiniteQuery } from '@tanstack/react-query';
import { list } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { consultationKind, consultationStatus } from '@/text/labels.ts';
import { Listed } from '@/ui/More.tsx';
import { Badge, StatusBadge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { Ago } from '@/ui/Time.tsx';
import { Choice, Filters, Found, SearchBox } from '../parts/Filters.tsx';
import { useFilters } from '../parts/filters.ts';
import { Person, RowLink } from '../parts/Row.tsx';

const columns: Column<Schema['ConsultationLine']>[] = [
  { head: '프로젝트', cell: (one) => <RowLink to={`/admin/consultations/${one.id}`}>{one.projectName}</RowLink>, className: 'w-2/5' },
  { head: '상태', cell: (one) => <span className="inline-flex flex-wrap items-center gap-1.5"><StatusBadge of={consultationStatus[one.status]} />{one.status === 'ANALYZING' && <span className="num text-ink-3">{one.percent}%</span>}{one.freeSlot && <Badge>무료</Badge>}</span> },
  { head: '종류', cell: (one) => <span className="whitespace-nowrap">{consultationKind[one.kind]}</span>, from: 'sm' },
  { head: '고객', cell: (one) => <Person of={one.customer} to={`/admin/customers/${one.customer.id}`} />, from: 'sm' },
  { head: '시도', cell: (one) => one.attempts || '–', align: 'right', from: 'lg' },
  { head: '신청', cell: (one) => <span className="whitespace-nowrap"><Ago at={one.createdAt} /></span>, from: 'sm' },
  { head: '마지막 변경', cell: (one) => <span className="whitespace-nowrap"><Ago at={one.updatedAt} /></span>, from: 'lg' },
];

export function ConsultationList() {
  const [filters, set] = useFilters('status', 'kind', 'q');
  const query = { status: filters.status as Schema['ConsultationStatus'], kind: filters.kind as Schema['ConsultationKind'], q: filters.q };
  const consultations = useInfiniteQuery({ ...list('/api/admin/consultations', { params: { query } }), refetchInterval: 30_000 });
  const narrowed = Boolean(filters.status || filters.kind || filters.q);
  return (
    <>
      <PageTitle title="상담" className="mb-5" />
      <Filters>
        <SearchBox label="프로젝트, 고객 이름, 이메일" value={filters.q} onChange={(text) => set('q', text)} />
        <Choice label="상태" value={filters.status} onChange={(value) => set('status', value)} options={Object.entries(consultationStatus).map(([key, { text }]) => [key, text])} />
        <Choice label="종류" value={filters.kind} onChange={(value) => set('kind', value)} options={Object.entries(consultationKind)} />
      </Filters>
      <Listed query={consultations} empty={narrowed ? <Empty title="조건에 맞는 상담이 없습니다">검색어나 조건을 바꿔 보세요.</Empty> : <Empty title="아직 상담이 없습니다">고객이 상담을 신청하면 이곳에 나타납니다.</Empty>}>
        {(items) => (
          <>
            {narrowed && <Found items={items.length} more={consultations.hasNextPage} />}
            <Table dense caption="상담 목록" columns={columns} rows={items} rowKey={(one) => one.id} />
          </>
        )}
      </Listed>
    </>
  );
}
