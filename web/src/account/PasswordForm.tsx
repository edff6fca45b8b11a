import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { PasswordChange } from '@/api/generated/limits.ts';
import { outdated } from '@/api/queries.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Card } from '@/ui/Page.tsx';
import { toast } from '@/ui/Toasts.tsx';

const schema = v.object({ currentPassword: text('지금 비밀번호를', PasswordChange.currentPassword), newPassword: text('새 비밀번호를', PasswordChange.newPassword) });

export function PasswordForm() {
  const form = useSchemaForm(schema, { currentPassword: '', newPassword: '' }, 'onSubmit');
  async function change(body: v.InferInput<typeof schema>) {
    await ask(api.PATCH('/api/users/me/password', { body }));
    form.reset();
    await outdated('/api/users/me/sessions');
    toast('비밀번호를 바꾸었습니다', '다른 기기에서는 로그아웃되었습니다.');
  }
  return (
    <Card>
      <h2 className="mb-5 text-lg">비밀번호</h2>
      <Form form={form} fields={['currentPassword', 'newPassword']} onSubmit={change} label="비밀번호 바꾸기">
        <TextField label="지금 비밀번호" type="password" autoComplete="current-password" error={errorOf(form, 'currentPassword')} {...form.register('currentPassword')} />
        <TextField label="새 비밀번호" type="password" autoComplete="new-password" hint={`${PasswordChange.newPassword.minLength}자 이상. 다른 기기에서는 로그아웃됩니다.`} error={errorOf(form, 'newPassword')} {...form.register('newPassword')} />
        <div><Button type="submit" look="secondary" busy={form.formState.isSubmitting}>비밀번호 바꾸기</Button></div>
      </Form>
    </Card>
  );
}
