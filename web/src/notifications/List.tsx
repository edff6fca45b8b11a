import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '@/api/client.ts';
import { list, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { Button } from '@/ui/Button.tsx';
import { cx } from '@/ui/classes.ts';
import { Listed } from '@/ui/More.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { Empty } from '@/ui/States.tsx';
import { Ago } from '@/ui/Time.tsx';

const refresh = () => Promise.all([outdated('/api/notifications'), outdated('/api/notifications/unread-count')]);

export function NotificationList() {
  const notifications = useInfiniteQuery({ ...list('/api/notifications'), refetchInterval: 60_000 });
  const [busy, setBusy] = useState(false);
  const unread = notifications.data?.pages.some((page) => page.items.some((one) => !one.readAt)) ?? false;
  async function readAll() {
    setBusy(true);
    try {
      await ask(api.PATCH('/api/notifications/read-all'));
      await refresh();
    } finally {
      setBusy(false);
    }
  }
  async function read(one: Schema['NotificationLine']) {
    if (one.readAt) return;
    await ask(api.PATCH('/api/notifications/{id}/read', { params: { path: { id: one.id } } }));
    await refresh();
  }
  return (
    <>
      <PageTitle title="알림" actions={unread && <Button look="secondary" busy={busy} onClick={() => void readAll()}>모두 읽음으로 표시</Button>} />
      <Listed query={notifications} empty={<Empty title="알림이 없습니다">상담이 진행되면 이곳에 알려 드립니다.</Empty>}>
        {(items) => (
          <ul className="grid gap-2">
            {items.map((one) => (
              <li key={one.id} className={cx('relative rounded-lg border p-5 has-focus-visible:border-ink', one.readAt ? 'border-line' : 'border-accent bg-accent-soft')}>
                <div className="flex items-baseline justify-between gap-4">
                  <h2 className="text-base font-semibold">
                    {!one.readAt && <span className="sr-only">읽지 않음: </span>}
                    {one.link ? <Link to={one.link} onClick={() => void read(one)} className="written after:absolute after:inset-0">{one.title}</Link> : <span className="written">{one.title}</span>}
                  </h2>
                  <span className="shrink-0 text-sm text-ink-3"><Ago at={one.createdAt} /></span>
                </div>
                <p className="written mt-1 text-ink-2">{one.body}</p>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </>
  );
}
