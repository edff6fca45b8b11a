import { useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { get, queryClient } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { date } from '@/text/format.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';
import { Switch } from '@/ui/Switch.tsx';
import { marketingVersion } from './consents.ts';

/** The one consent that can be taken back without leaving. */
export function Marketing({ profile }: { profile: Schema['Profile'] }) {
  const [failure, setFailure] = useState<unknown>();
  const given = profile.consents.find(({ document }) => document === 'MARKETING');
  async function decide(agreed: boolean) {
    setFailure(undefined);
    try {
      const after = await ask(api.PUT('/api/users/me/consents', { body: { document: 'MARKETING', version: agreed ? marketingVersion : null } }));
      queryClient.setQueryData(get('/api/users/me').queryKey, after);
    } catch (problem) {
      setFailure(problem);
    }
  }
  return (
    <Card>
      <h2 className="mb-5 text-lg">광고성 정보 수신</h2>
      {failure !== undefined && <Notice tone="bad" live className="mb-4">{explain(failure)}</Notice>}
      <Switch label="이벤트와 새 소식을 메일로 받기" hint={given ? `${date(given.givenAt)}에 동의하셨습니다. 언제든 철회하실 수 있습니다.` : '동의하지 않아도 상담에는 지장이 없습니다.'}
        checked={given !== undefined} onChange={(next) => void decide(next)} />
    </Card>
  );
}
