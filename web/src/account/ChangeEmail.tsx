import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { sessionEnded } from '@/api/session.ts';
import { Button, ButtonLink } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { GuestCard } from './GuestCard.tsx';

/** The link in the mail to the new address leads here; only the button acts, since scanners of mail follow links. */
export function ChangeEmail() {
  const token = useSearchParams()[0].get('token');
  const [state, setState] = useState<'asked' | 'sending' | 'done'>('asked');
  const [failure, setFailure] = useState<unknown>();
  async function change() {
    setState('sending');
    setFailure(undefined);
    try {
      await ask(api.POST('/api/auth/change-email', { body: { token: token! } }));
      sessionEnded();
      setState('done');
    } catch (problem) {
      setState('asked');
      setFailure(problem);
    }
  }
  if (state === 'done')
    return (
      <GuestCard title="이메일 주소를 바꾸었습니다" lead="모든 기기에서 로그아웃되었습니다. 새 주소로 로그인해 주세요.">
        <ButtonLink size="lg" to="/login">로그인</ButtonLink>
      </GuestCard>
    );
  return (
    <GuestCard title="이메일 주소 변경" lead={token ? '아래 단추를 누르면 이 메일을 받은 주소로 바뀝니다.' : undefined}>
      {failure !== undefined && <Notice tone="bad" live className="mb-6">{explain(failure)} 로그인하신 뒤 내 정보에서 다시 요청하실 수 있습니다.</Notice>}
      {token
        ? <Button size="lg" busy={state === 'sending'} onClick={() => void change()}>변경하기</Button>
        : <Notice tone="warn" title="링크가 완전하지 않습니다">메일의 링크를 끝까지 복사해 다시 열어 주세요.</Notice>}
    </GuestCard>
  );
}
