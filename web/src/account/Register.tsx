import { Link, useNavigate, useSearchParams } from 'react-router';
import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { Registration } from '@/api/generated/limits.ts';
import { Problem } from '@/api/problem.ts';
import { signIn } from '@/api/session.ts';
import { email, optionalText, text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { marketingVersion, privacyVersion, termsVersion } from './consents.ts';
import { GuestCard, textLink } from './GuestCard.tsx';
import { safeNext } from './LogIn.tsx';

const agreed = (name: string) => v.pipe(v.boolean(), v.check((value) => value, `${name}에 동의해 주세요.`));
const schema = v.object({
  email: email(Registration.email),
  password: text('비밀번호를', Registration.password),
  name: text('이름을', Registration.name),
  phone: optionalText(Registration.phone),
  terms: agreed('이용약관'),
  privacy: agreed('개인정보 처리방침'),
  marketing: v.boolean(),
});

export function Register() {
  const form = useSchemaForm(schema, { email: '', password: '', name: '', phone: '', terms: false, privacy: false, marketing: false });
  const navigate = useNavigate();
  const next = safeNext(useSearchParams()[0].get('next'));
  async function register(values: v.InferInput<typeof schema>) {
    const credentials = { email: values.email.trim(), password: values.password };
    try {
      await ask(api.POST('/api/auth/register', {
        body: {
          ...credentials, name: values.name, phone: values.phone || null,
          consents: { termsVersion, privacyVersion, marketingVersion: values.marketing ? marketingVersion : null },
        },
      }));
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 409) return form.setError('email', { message: problem.message }, { shouldFocus: true });
      throw problem;
    }
    signIn(await ask(api.POST('/api/auth/login', { body: { ...credentials, client: 'BROWSER' } })));
    toast('가입되었습니다', '메일로 보낸 링크로 주소를 확인해 주세요.');
    void navigate(next ?? '/consultations/new', { replace: true });
  }
  return (
    <GuestCard title="회원 가입" lead="가입은 무료입니다. 1분이면 상담을 신청하실 수 있습니다."
      below={<p>이미 회원이신가요? <Link className={textLink} to={`/login${next ? `?next=${encodeURIComponent(next)}` : ''}`}>로그인</Link></p>}>
      <Form form={form} fields={['email', 'password', 'name', 'phone']} onSubmit={register}>
        <TextField label="이메일" type="email" autoComplete="username" hint="결과를 이 주소로 알려 드립니다." error={errorOf(form, 'email')} {...form.register('email')} />
        <TextField label="비밀번호" type="password" autoComplete="new-password" hint={`${Registration.password.minLength}자 이상. 이름이나 이메일이 들어가지 않게 해 주세요.`} error={errorOf(form, 'password')} {...form.register('password')} />
        <TextField label="이름" autoComplete="name" error={errorOf(form, 'name')} {...form.register('name')} />
        <TextField label="휴대전화" type="tel" autoComplete="tel" optional placeholder="010-1234-5678" error={errorOf(form, 'phone')} {...form.register('phone')} />
        <fieldset className="grid gap-3 rounded-lg border border-line p-5">
          <legend className="px-2 font-semibold">동의</legend>
          <CheckField label={<><a className={textLink} href="/terms" target="_blank">이용약관<span className="sr-only"> (새 창)</span></a>에 동의합니다 <span className="text-ink-3">(필수)</span></>} error={errorOf(form, 'terms')} {...form.register('terms')} />
          <CheckField label={<><a className={textLink} href="/privacy" target="_blank">개인정보 처리방침<span className="sr-only"> (새 창)</span></a>에 동의합니다 <span className="text-ink-3">(필수)</span></>} error={errorOf(form, 'privacy')} {...form.register('privacy')} />
          <CheckField label={<>이벤트 소식을 메일로 받겠습니다 <span className="text-ink-3">(선택)</span></>} {...form.register('marketing')} />
        </fieldset>
        <Button type="submit" size="lg" busy={form.formState.isSubmitting}>가입하기</Button>
      </Form>
    </GuestCard>
  );
}
