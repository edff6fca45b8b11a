import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { currentSession, userChanged, useSession } from '@/api/session.ts';
import { Button, ButtonLink } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { GuestCard } from './GuestCard.tsx';

/** The mail's link leads here; only the button acts, since scanners of mail follow links. */
export function VerifyEmail() {
  const token = useSearchParams()[0].get('token');
  const session = useSession();
  const [state, setState] = useState<'asked' | 'sending' | 'done'>('asked');
  const [failure, setFailure] = useState<unknown>();
  async function verify() {
    setState('sending');
    setFailure(undefined);
    try {
      await ask(api.POST('/api/auth/verify-email', { body: { token: token! } }));
      const now = currentSession();
      if (now.state === 'signedIn') userChanged({ ...now.user, emailVerified: true });
      setState('done');
    } catch (problem) {
      setState('asked');
      setFailure(problem);
    }
  }
  if (state === 'done')
    return (
      <GuestCard title="주소를 확인했습니다" lead="이제 상담 결과를 메일로 알려 드립니다.">
        <ButtonLink size="lg" to={session.state === 'signedIn' ? '/consultations' : '/login'}>{session.state === 'signedIn' ? '내 상담 보기' : '로그인'}</ButtonLink>
      </GuestCard>
    );
  return (
    <GuestCard title="이메일 주소 확인" lead={token ? '아래 단추를 누르면 확인이 끝납니다.' : undefined}>
      {failure !== undefined && <Notice tone="bad" live className="mb-6">{explain(failure)} 로그인하신 뒤 화면 위의 안내에서 메일을 다시 받으실 수 있습니다.</Notice>}
      {token
        ? <Button size="lg" busy={state === 'sending'} onClick={() => void verify()}>확인하기</Button>
        : <Notice tone="warn" title="링크가 완전하지 않습니다">메일의 링크를 끝까지 복사해 다시 열어 주세요.</Notice>}
    </GuestCard>
  );
}
