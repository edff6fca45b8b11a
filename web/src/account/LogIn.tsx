import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { Credentials } from '@/api/generated/limits.ts';
import { signIn, useSession } from '@/api/session.ts';
import { email, text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { GuestCard, textLink } from './GuestCard.tsx';

const schema = v.object({ email: email(Credentials.email), password: text('비밀번호를', Credentials.password) });

/** Only a path of this site is a place to go on to. */
export const safeNext = (next: string | null) => (next && /^\/(?![/\\])/.test(next) ? next : undefined);

export function LogIn() {
  const form = useSchemaForm(schema, { email: '', password: '' });
  const session = useSession();
  const [search] = useSearchParams();
  const expired = Boolean((useLocation().state as { expired?: boolean } | null)?.expired);
  const next = safeNext(search.get('next'));
  if (session.state === 'signedIn') return <Navigate to={next ?? (session.user.role === 'ADMIN' ? '/admin' : '/consultations')} replace />;
  async function logIn(values: v.InferInput<typeof schema>) {
    signIn(await ask(api.POST('/api/auth/login', { body: { ...values, email: values.email.trim(), client: 'BROWSER' } })));
  }
  return (
    <GuestCard title="로그인"
      below={<p>처음이신가요? <Link className={textLink} to={`/register${next ? `?next=${encodeURIComponent(next)}` : ''}`}>회원 가입</Link></p>}>
      {expired && <Notice tone="info" className="mb-6" live>로그인이 만료되었습니다. 다시 로그인하시면 보던 화면으로 돌아갑니다.</Notice>}
      <Form form={form} fields={['email', 'password']} onSubmit={logIn}>
        <TextField label="이메일" type="email" autoComplete="username" error={errorOf(form, 'email')} {...form.register('email')} />
        <TextField label="비밀번호" type="password" autoComplete="current-password" error={errorOf(form, 'password')} {...form.register('password')} />
        <Button type="submit" size="lg" busy={form.formState.isSubmitting}>로그인</Button>
        <p className="text-center"><Link className="text-ink-2 underline underline-offset-4 hover:text-ink" to="/forgot-password">비밀번호를 잊으셨나요?</Link></p>
      </Form>
    </GuestCard>
  );
}
