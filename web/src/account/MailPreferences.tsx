import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '@/api/problem.ts';
import { outdated } from '@/api/queries.ts';
import { useSession } from '@/api/session.ts';
import type { Schema } from '@/api/types.ts';
import { wish, wishes } from '@/notifications/wishes.ts';
import { notificationKind } from '@/text/labels.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { Switch } from '@/ui/Switch.tsx';

/** Which news come by mail as well. */
export function MailPreferences() {
  const preferences = useQuery(wishes);
  const session = useSession();
  const [failure, setFailure] = useState<unknown>();
  const admin = session.state === 'signedIn' && session.user.role === 'ADMIN';
  async function change(held: Schema['NotificationPreferences'], kind: Schema['NotificationKind'], email: boolean) {
    setFailure(undefined);
    try {
      await wish(held, kind, email);
    } catch (problem) {
      setFailure(problem);
      await outdated('/api/notifications/preferences');
    }
  }
  return (
    <Card>
      <h2 className="mb-5 text-lg">메일로 받을 알림</h2>
      {failure !== undefined && <Notice tone="bad" live className="mb-4">{explain(failure)}</Notice>}
      <Loaded query={preferences}>
        {(held) => (
          <ul className="grid gap-5">
            {held.preferences.filter(({ kind }) => admin || kind !== 'ATTENTION').map(({ kind, email, required }) => (
              <li key={kind}><Switch label={notificationKind[kind]} {...(required && { hint: '돈에 관한 알림은 끌 수 없습니다.' })} checked={email} disabled={required} onChange={(next) => void change(held, kind, next)} /></li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}
