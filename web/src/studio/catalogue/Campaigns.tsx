import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api, ask, ifMatch } from '@/api/client.ts';
import { list, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { count } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Listed } from '@/ui/More.tsx';
import { Badge } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Table, type Column } from '@/ui/Table.tsx';
import { Instant } from '@/ui/Time.tsx';
import { useShortcuts } from '../keys/shortcuts.ts';
import { Removal } from '../parts/Removal.tsx';
import { RowButton } from '../parts/Row.tsx';
import { CampaignEditor } from './CampaignEditor.tsx';

type Campaign = Schema['Campaign'];

function standing(one: Campaign, now = Date.now()) {
  if (!one.active) return <Badge>꺼짐</Badge>;
  if (Date.parse(one.startsAt) > now) return <Badge tone="info">예정</Badge>;
  if (one.endsAt && Date.parse(one.endsAt) <= now) return <Badge>끝남</Badge>;
  return one.taken < one.slots ? <Badge tone="good">진행 중</Badge> : <Badge tone="warn">자리 없음</Badge>;
}

/** Events that give analyses away. */
export function Campaigns() {
  const campaigns = useInfiniteQuery(list('/api/admin/events'));
  const [editing, setEditing] = useState<{ one: Campaign | undefined }>();
  const reload = () => void outdated('/api/admin/events');
  useShortcuts('무료 이벤트', [{ keys: 'n', does: '이벤트 추가', run: () => setEditing({ one: undefined }) }]);
  const columns: Column<Campaign>[] = [
    { head: '이벤트', cell: (one) => <RowButton onClick={() => setEditing({ one })}>{one.name}</RowButton> },
    { head: '상태', cell: (one) => standing(one) },
    { head: '쓴 자리', cell: (one) => <span className="whitespace-nowrap">{count(one.taken)} / {count(one.slots)}</span>, align: 'right' },
    { head: '시작', cell: (one) => <span className="whitespace-nowrap"><Instant at={one.startsAt} /></span>, from: 'sm' },
    { head: '끝', cell: (one) => <span className="whitespace-nowrap">{one.endsAt ? <Instant at={one.endsAt} /> : '자리가 없어질 때까지'}</span>, from: 'sm' },
    { head: '삭제', cell: (one) => <Removal name={one.name} onRemove={async () => { await ask(api.DELETE('/api/admin/events/{id}', { params: { path: { id: one.id }, header: { 'If-Match': ifMatch(one) } } })); reload(); }}><p>아무도 자리를 쓰지 않은 이벤트만 삭제할 수 있습니다.</p></Removal> },
  ];
  return (
    <>
      <PageTitle title="무료 이벤트" className="mb-5" actions={<Button size="sm" className="min-h-10" aria-keyshortcuts="n" onClick={() => setEditing({ one: undefined })}><Plus aria-hidden="true" className="size-4" />이벤트 추가</Button>} />
      <Listed query={campaigns} empty={<Empty title="이벤트가 없습니다">이벤트를 추가하면 정한 수만큼 분석 상담을 무료로 받습니다.</Empty>}>
        {(items) => <Table dense caption="무료 이벤트" columns={columns} rows={items} rowKey={(one) => one.id} />}
      </Listed>
      {editing && <CampaignEditor of={editing.one} onClose={() => setEditing(undefined)} onSaved={reload} />}
    </>
  );
}
