import { useInfiniteQuery } from '@tanstack/react-query';
import { list } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { count } from '@/text/format.ts';
import { userRole } from '@/text/labels.ts';
import { Listed } from '@/ui/More.tsx';
import { Badge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { Ago } from '@/ui/Time.tsx';
import { Choice, Filters, Found, SearchBox } from '../parts/Filters.tsx';
import { useFilters } from '../parts/filters.ts';
import { RowLink } from '../parts/Row.tsx';

const columns: Column<Schema['CustomerLine']>[] = [
  { head: '이름', cell: (one) => <RowLink to={`/admin/customers/${one.id}`}>{one.name}</RowLink> },
  { head: '이메일', cell: (one) => <span className="written line-clamp-2 min-w-40">{one.email}</span> },
  { head: '구분', cell: (one) => <span className="flex flex-wrap gap-1">{one.role === 'ADMIN' && <Badge tone="info">{userRole.ADMIN}</Badge>}{!one.emailVerified && <Badge tone="warn">주소 미확인</Badge>}</span> },
  { head: '전화', cell: (one) => <span className="num whitespace-nowrap">{one.phone ?? '–'}</span>, from: 'lg' },
  { head: '상담', cell: (one) => count(one.consultations), align: 'right', from: 'sm' },
  { head: '가입', cell: (one) => <span className="whitespace-nowrap"><Ago at={one.createdAt} /></span>, from: 'sm' },
  { head: '마지막 방문', cell: (one) => <span className="whitespace-nowrap">{one.lastSeenAt ? <Ago at={one.lastSeenAt} /> : '–'}</span>, from: 'lg' },
];

export function CustomerList() {
  const [filters, set] = useFilters('role', 'q');
  const people = useInfiniteQuery(list('/api/admin/customers', { params: { query: { role: filters.role as Schema['UserRole'], q: filters.q } } }));
  return (
    <>
      <PageTitle title="고객" className="mb-5" />
      <Filters>
        <SearchBox label="이름, 이메일, 전화" value={filters.q} onChange={(text) => set('q', text)} />
        <Choice label="역할" value={filters.role} onChange={(value) => set('role', value)} options={Object.entries(userRole)} />
      </Filters>
      <Listed query={people} empty={<Empty title="조건에 맞는 사람이 없습니다">검색어나 조건을 바꿔 보세요.</Empty>}>
        {(items) => (
          <>
            {filters.q && <Found items={items.length} more={people.hasNextPage} />}
            <Table dense caption="고객 목록" columns={columns} rows={items} rowKey={(one) => one.id} />
          </>
        )}
      </Listed>
    </>
  );
}
