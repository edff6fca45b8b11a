import { useState } from 'react';
import { Link } from 'react-router';
import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { ForgottenPassword } from '@/api/generated/limits.ts';
import { email } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { GuestCard, textLink } from './GuestCard.tsx';

const schema = v.object({ email: email(ForgottenPassword.email) });

export function ForgotPassword() {
  const form = useSchemaForm(schema, { email: '' });
  const [sentTo, setSentTo] = useState<string>();
  async function send(values: v.InferInput<typeof schema>) {
    await ask(api.POST('/api/auth/forgot-password', { body: { email: values.email.trim() } }));
    setSentTo(values.email.trim());
  }
  return (
    <GuestCard title="비밀번호 찾기" lead="가입하신 주소로 새 비밀번호를 정할 링크를 보내 드립니다." below={<Link className={textLink} to="/login">로그인으로 돌아가기</Link>}>
      {sentTo
        ? <Notice tone="good" live title="메일을 확인해 주세요"><span className="written">{sentTo}</span> 주소로 가입한 계정이 있다면 링크가 도착합니다. 보이지 않으면 스팸함도 살펴봐 주세요.</Notice>
        : (
          <Form form={form} fields={['email']} onSubmit={send}>
            <TextField label="이메일" type="email" autoComplete="username" error={errorOf(form, 'email')} {...form.register('email')} />
            <Button type="submit" size="lg" busy={form.formState.isSubmitting}>링크 받기</Button>
          </Form>
        )}
    </GuestCard>
  );
}
