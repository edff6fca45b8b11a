import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api, ask, ifMatch } from '@/api/client.ts';
import { get, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Badge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty, Loaded } from '@/ui/States.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { useShortcuts } from '../keys/shortcuts.ts';
import { Removal } from '../parts/Removal.tsx';
import { RowButton } from '../parts/Row.tsx';
import { PriceEditor } from './PriceEditor.tsx';

type Price = Schema['PriceEntry'];

/** What the studio sells: the landing page, the calculator and the agent's quotations all read it. */
export function Prices() {
  const prices = useQuery(get('/api/admin/prices'));
  const [editing, setEditing] = useState<{ one: Price | undefined }>();
  const reload = () => { void outdated('/api/admin/prices'); void outdated('/api/prices'); };
  useShortcuts('가격표', [{ keys: 'n', does: '가격 추가', run: () => setEditing({ one: undefined }) }]);
  const columns: Column<Price>[] = [
    { head: '이름', cell: (one) => <RowButton onClick={() => setEditing({ one })}>{one.name}</RowButton> },
    { head: '가격', cell: (one) => <span className="whitespace-nowrap">{won(one.price)}{one.isMinimum && '부터'}{one.unit && <span className="text-ink-3"> / {one.unit}</span>}</span>, align: 'right' },
    { head: '표시', cell: (one) => <span className="flex flex-wrap gap-1">{!one.active && <Badge>숨김</Badge>}{one.isOptionalDeliverable && <Badge tone="info">선택 문서</Badge>}</span> },
    { head: '묶음', cell: (one) => <code className="text-xs">{one.category}</code>, from: 'sm' },
    { head: '코드', cell: (one) => <code className="text-xs">{one.code}</code>, from: 'sm' },
    { head: '순서', cell: (one) => one.position, align: 'right', from: 'sm' },
    { head: '삭제', cell: (one) => <Removal name={one.name} onRemove={async () => { await ask(api.DELETE('/api/admin/prices/{id}', { params: { path: { id: one.id }, header: { 'If-Match': ifMatch(one) } } })); reload(); }}><p>가격표에서 사라집니다. 이미 만든 견적은 바뀌지 않습니다. 잠시 감추려면 수정에서 ‘보이기’를 끄세요.</p></Removal> },
  ];
  return (
    <>
      <PageTitle title="가격표" className="mb-5" lead="바꾸면 홈페이지, 가격 계산기, 다음 견적에 바로 쓰입니다." actions={<Button size="sm" className="min-h-10" aria-keyshortcuts="n" onClick={() => setEditing({ one: undefined })}><Plus aria-hidden="true" className="size-4" />가격 추가</Button>} />
      <Loaded query={prices} empty={{ when: ({ items }) => items.length === 0, show: <Empty title="가격표가 비어 있습니다">가격이 없으면 견적을 만들 수 없습니다.</Empty> }}>
        {({ items }) => <Table dense caption="가격표" columns={columns} rows={items} rowKey={(one) => one.id} />}
      </Loaded>
      {editing && <PriceEditor of={editing.one} onClose={() => setEditing(undefined)} onSaved={reload} />}
    </>
  );
}
