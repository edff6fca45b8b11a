import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { list, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { notificationKind } from '@/text/labels.ts';
import { Button } from '@/ui/Button.tsx';
import { Listed } from '@/ui/More.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Ago } from '@/ui/Time.tsx';
import { cx } from '@/ui/classes.ts';

const reload = () => Promise.all([outdated('/api/notifications'), outdated('/api/notifications/unread-count')]);

/** What the studio's person was told; opening one reads it. */
export function Notifications() {
  const lines = useInfiniteQuery({ ...list('/api/notifications'), refetchInterval: 30_000 });
  const [failure, setFailure] = useState<unknown>();
  async function readAll() {
    setFailure(undefined);
    try {
      await ask(api.PATCH('/api/notifications/read-all'));
      await reload();
    } catch (problem) {
      setFailure(problem);
    }
  }
  return (
    <>
      <PageTitle title="알림" className="mb-5" actions={<Button look="secondary" size="sm" className="min-h-10" onClick={() => void readAll()}><CheckCheck aria-hidden="true" className="size-4" />모두 읽음</Button>} />
      {failure !== undefined && <Notice tone="bad" live className="mb-4">{explain(failure)}</Notice>}
      <Listed query={lines} empty={<Empty title="알림이 없습니다">사람이 살펴볼 일이 생기면 이곳과 메일로 알려 드립니다.</Empty>}>
        {(items) => <ul className="divide-y divide-line rounded-lg border border-line bg-surface">{items.map((one) => <Line key={one.id} of={one} />)}</ul>}
      </Listed>
    </>
  );
}

function Line({ of: one }: { of: Schema['NotificationLine'] }) {
  const read = () => { if (!one.readAt) void ask(api.PATCH('/api/notifications/{id}/read', { params: { path: { id: one.id } } })).then(reload, () => undefined); };
  const title = <>{!one.readAt && <span className="sr-only">읽지 않음: </span>}{one.title}</>;
  return (
    <li className={cx('relative px-4 py-3 hover:bg-sunken/60 sm:px-5', !one.readAt && 'border-l-4 border-accent')}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        {one.link ? <Link to={one.link} data-row onClick={read} className={cx('written after:absolute after:inset-0', !one.readAt && 'font-semibold')}>{title}</Link> : <span className="written">{title}</span>}
        <span className="text-sm text-ink-3">{notificationKind[one.kind]} · <Ago at={one.createdAt} /></span>
      </p>
      <p className="written line-clamp-3 text-ink-2">{one.body}</p>
    </li>
  );
}
