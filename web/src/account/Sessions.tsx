import { useInfiniteQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { list, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { Button } from '@/ui/Button.tsx';
import { ConfirmDialog } from '@/ui/Dialog.tsx';
import { Listed } from '@/ui/More.tsx';
import { Badge } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';
import { Ago } from '@/ui/Time.tsx';
import { deviceName } from './deviceName.ts';

export function Sessions() {
  const sessions = useInfiniteQuery(list('/api/users/me/sessions'));
  const [ending, setEnding] = useState<Schema['SessionLine']>();
  async function end() {
    await ask(api.DELETE('/api/users/me/sessions/{id}', { params: { path: { id: ending!.id } } }));
    await outdated('/api/users/me/sessions');
  }
  return (
    <Card>
      <h2 className="mb-3 text-lg">로그인된 기기</h2>
      <Listed query={sessions} empty={null}>
        {(items) => (
          <ul className="divide-y divide-line">
            {items.map((one) => (
              <li key={one.id} className="flex items-center gap-4 py-3">
                <MonitorSmartphone aria-hidden="true" className="size-6 shrink-0 text-ink-3" strokeWidth={1.5} />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2 font-medium">{deviceName(one.userAgent)} {one.current && <Badge tone="good">이 기기</Badge>}</p>
                  <p className="text-sm text-ink-3">{one.ipAddress} · <Ago at={one.lastUsedAt} /> 사용</p>
                </div>
                {!one.current && <Button look="quiet" size="sm" className="min-h-11" aria-label={`${deviceName(one.userAgent)} 로그아웃`} onClick={() => setEnding(one)}>로그아웃</Button>}
              </li>
            ))}
          </ul>
        )}
      </Listed>
      <ConfirmDialog open={ending !== undefined} onClose={() => setEnding(undefined)} title="이 기기를 로그아웃할까요?" confirm="로그아웃하기" onConfirm={end}>{ending && deviceName(ending.userAgent)}에서 바로 로그아웃됩니다.</ConfirmDialog>
    </Card>
  );
}
