import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api, ask, ifMatch } from '@/api/client.ts';
import { get, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { count } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Badge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty, Loaded } from '@/ui/States.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { useShortcuts } from '../keys/shortcuts.ts';
import { screeningCategory } from '../labels.ts';
import { Removal } from '../parts/Removal.tsx';
import { RowButton } from '../parts/Row.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { TryText } from './TryText.tsx';

type Rule = Schema['RuleEntry'];

/** What the studio does not take on, and a box to see what a text would meet. */
export function Rules() {
  const rules = useQuery(get('/api/admin/screening-rules'));
  const [editing, setEditing] = useState<{ one: Rule | undefined }>();
  const reload = () => void outdated('/api/admin/screening-rules');
  useShortcuts('심사 규칙', [{ keys: 'n', does: '규칙 추가', run: () => setEditing({ one: undefined }) }]);
  const columns: Column<Rule>[] = [
    { head: '규칙', cell: (one) => <RowButton onClick={() => setEditing({ one })}>{one.name}</RowButton> },
    { head: '뜻', cell: (one) => <span className="whitespace-nowrap">{screeningCategory[one.category]} {!one.active && <Badge>꺼짐</Badge>}</span> },
    { head: '걸리는 말', cell: (one) => <span className="written line-clamp-2 min-w-32">{one.terms.join(', ')}</span>, from: 'sm' },
    { head: '예외', cell: (one) => count(one.unless.length), align: 'right', from: 'sm' },
    { head: '삭제', cell: (one) => <Removal name={one.name} onRemove={async () => { await ask(api.DELETE('/api/admin/screening-rules/{id}', { params: { path: { id: one.id }, header: { 'If-Match': ifMatch(one) } } })); reload(); }}><p>앞으로 이 규칙으로 거절하지 않습니다. 이미 거절한 상담은 그대로입니다.</p></Removal> },
  ];
  return (
    <>
      <PageTitle title="심사 규칙" className="mb-5" lead="받지 않는 일을 신청할 때 바로 알려 줍니다." actions={<Button size="sm" className="min-h-10" aria-keyshortcuts="n" onClick={() => setEditing({ one: undefined })}><Plus aria-hidden="true" className="size-4" />규칙 추가</Button>} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Loaded query={rules} empty={{ when: ({ items }) => items.length === 0, show: <Empty title="규칙이 없습니다">지금은 아무 상담도 자동으로 거절하지 않습니다.</Empty> }}>
          {({ items }) => <Table dense caption="심사 규칙" columns={columns} rows={items} rowKey={(one) => one.id} />}
        </Loaded>
        <TryText />
      </div>
      {editing && <RuleEditor of={editing.one} onClose={() => setEditing(undefined)} onSaved={reload} />}
    </>
  );
}
