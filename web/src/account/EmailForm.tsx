import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { EmailChange } from '@/api/generated/limits.ts';
import { outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { email, text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';

const schema = v.object({ email: email(EmailChange.email), password: text('비밀번호를', EmailChange.password) });

/** The next address is taken when its link was used; until then the old one stays. */
export function EmailForm({ profile }: { profile: Schema['Profile'] }) {
  const form = useSchemaForm(schema, { email: '', password: '' }, 'onSubmit');
  async function request(body: v.InferInput<typeof schema>) {
    await ask(api.PATCH('/api/users/me/email', { body: { ...body, email: body.email.trim() } }));
    form.reset();
    await outdated('/api/users/me');
  }
  return (
    <Card>
      <h2 className="mb-5 text-lg">이메일 주소</h2>
      {profile.mailFailedAt && <Notice tone="warn" className="mb-5" title="지금 주소로 메일이 가지 않습니다">다른 주소로 바꾸시면 소식을 다시 받으실 수 있습니다.</Notice>}
      <div aria-live="polite">{profile.pendingEmail && <Notice className="mb-5"><span className="written">{profile.pendingEmail}</span> 주소로 확인 메일을 보냈습니다. 메일의 링크를 열면 주소가 바뀝니다.</Notice>}</div>
      <Form form={form} fields={['email', 'password']} onSubmit={request} label="이메일 주소 바꾸기">
        <TextField label="새 이메일" type="email" autoComplete="email" error={errorOf(form, 'email')} {...form.register('email')} />
        <TextField label="비밀번호" type="password" autoComplete="current-password" error={errorOf(form, 'password')} {...form.register('password')} />
        <div><Button type="submit" look="secondary" busy={form.formState.isSubmitting}>확인 메일 받기</Button></div>
      </Form>
    </Card>
  );
}
