import { useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { explain } from '@/api/problem.ts';
import { useSession } from '@/api/session.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';

/** Mails go only to a proved address: says so until it is. */
export function VerifyReminder() {
  const session = useSession();
  const [sent, setSent] = useState<'no' | 'sending' | 'yes'>('no');
  const [failure, setFailure] = useState<unknown>();
  if (session.state !== 'signedIn' || session.user.emailVerified) return null;
  async function resend() {
    setSent('sending');
    setFailure(undefined);
    try {
      await ask(api.POST('/api/auth/verify-email/resend'));
      setSent('yes');
    } catch (problem) {
      setSent('no');
      setFailure(problem);
    }
  }
  return (
    <Notice tone="warn" className="no-print mb-8" title="이메일 주소를 확인해 주세요"
      action={sent === 'yes' ? undefined : <Button look="secondary" size="sm" busy={sent === 'sending'} onClick={() => void resend()}>메일 다시 보내기</Button>}>
      <p role="status">{sent === 'yes' ? '확인 메일을 다시 보냈습니다.' : failure !== undefined ? explain(failure) : `${session.user.email}로 보낸 메일의 링크를 눌러 주세요. 확인하기 전에는 결과를 메일로 알려 드리지 못합니다.`}</p>
    </Notice>
  );
}
