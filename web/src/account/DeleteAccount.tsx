import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { Farewell } from '@/api/generated/limits.ts';
import { sessionEnded } from '@/api/session.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Card } from '@/ui/Page.tsx';

const schema = v.object({ password: text('비밀번호를', Farewell.password) });

export function DeleteAccount() {
  const [open, setOpen] = useState(false);
  const form = useSchemaForm(schema, { password: '' });
  const navigate = useNavigate();
  async function leave(body: v.InferInput<typeof schema>) {
    await ask(api.DELETE('/api/users/me', { body }));
    sessionEnded();
    void navigate('/login', { replace: true });
  }
  return (
    <Card>
      <h2 className="mb-2 text-lg">회원 탈퇴</h2>
      <p className="mb-4 text-ink-2">개인정보를 지우고 진행 중인 상담을 취소합니다. 되돌릴 수 없습니다.</p>
      <Button look="danger" onClick={() => setOpen(true)}>탈퇴하기</Button>
      <Dialog open={open} onClose={() => { setOpen(false); form.reset(); }} title="정말 탈퇴하시겠어요?">
        <ul className="mb-5 grid list-disc gap-1 pl-5 text-ink-2">
          <li>이름, 이메일, 전화번호와 상담 내용이 지워집니다. 문서도 더는 볼 수 없습니다.</li>
          <li>분석을 시작하지 않은 상담의 요금은 돌려 드립니다.</li>
          <li>결제 기록은 전자상거래법에 따라 이름 없이 5년 동안 보관합니다.</li>
        </ul>
        <Form form={form} fields={['password']} onSubmit={leave} label="회원 탈퇴">
          <TextField label="비밀번호" type="password" autoComplete="current-password" error={errorOf(form, 'password')} {...form.register('password')} />
          <div className="text-right"><Button type="submit" look="danger" busy={form.formState.isSubmitting}>탈퇴합니다</Button></div>
        </Form>
      </Dialog>
    </Card>
  );
}
