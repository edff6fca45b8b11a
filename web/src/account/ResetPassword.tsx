import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { PasswordReset } from '@/api/generated/limits.ts';
import { sessionEnded } from '@/api/session.ts';
import { text } from '@/text/rules.ts';
import { Button, ButtonLink } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { GuestCard, textLink } from './GuestCard.tsx';

const schema = v.object({ newPassword: text('새 비밀번호를', PasswordReset.newPassword) });

/** The mail's link leads here; only the button acts, since scanners of mail follow links. */
export function ResetPassword() {
  const form = useSchemaForm(schema, { newPassword: '' });
  const token = useSearchParams()[0].get('token');
  const [done, setDone] = useState(false);
  async function reset({ newPassword }: v.InferInput<typeof schema>) {
    await ask(api.POST('/api/auth/reset-password', { body: { token: token!, newPassword } }));
    sessionEnded();
    setDone(true);
  }
  if (done)
    return (
      <GuestCard title="비밀번호를 바꾸었습니다" lead="안전을 위해 모든 기기에서 로그아웃되었습니다.">
        <ButtonLink to="/login" size="lg">새 비밀번호로 로그인</ButtonLink>
      </GuestCard>
    );
  return (
    <GuestCard title="새 비밀번호 정하기" below={<p>링크가 만료되었나요? <Link className={textLink} to="/forgot-password">새 링크 받기</Link></p>}>
      {token
        ? (
          <Form form={form} fields={['newPassword']} onSubmit={reset}>
            <TextField label="새 비밀번호" type="password" autoComplete="new-password" hint={`${PasswordReset.newPassword.minLength}자 이상`} error={errorOf(form, 'newPassword')} {...form.register('newPassword')} />
            <Button type="submit" size="lg" busy={form.formState.isSubmitting}>바꾸기</Button>
          </Form>
        )
        : <Notice tone="warn" title="링크가 완전하지 않습니다">메일의 링크를 끝까지 복사해 다시 열어 주세요.</Notice>}
    </GuestCard>
  );
}
