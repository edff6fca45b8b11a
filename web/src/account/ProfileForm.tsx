import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { ProfileChange } from '@/api/generated/limits.ts';
import { Problem } from '@/api/problem.ts';
import { get, outdated, queryClient } from '@/api/queries.ts';
import { currentSession, userChanged } from '@/api/session.ts';
import type { Schema } from '@/api/types.ts';
import { date } from '@/text/format.ts';
import { optionalText, text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Card, Facts } from '@/ui/Page.tsx';
import { toast } from '@/ui/Toasts.tsx';

const schema = v.object({ name: text('이름을', ProfileChange.name), phone: optionalText(ProfileChange.phone) });

export function ProfileForm({ profile }: { profile: Schema['Profile'] }) {
  const form = useSchemaForm(schema, { name: profile.name, phone: profile.phone ?? '' });
  async function save({ name, phone }: v.InferInput<typeof schema>) {
    try {
      const changed = await ask(api.PATCH('/api/users/me', { params: { header: { 'If-Match': ifMatch(profile) } }, body: { name, phone: phone || null } }));
      queryClient.setQueryData(get('/api/users/me').queryKey, changed);
      const now = currentSession();
      if (now.state === 'signedIn') userChanged({ ...now.user, name: changed.name });
      toast('저장했습니다');
    } catch (problem) {
      // Somebody (another tab) was faster: what is stored is shown, to decide again.
      if (problem instanceof Problem && problem.status === 412) await outdated('/api/users/me');
      throw problem;
    }
  }
  return (
    <Card>
      <h2 className="mb-5 text-lg">프로필</h2>
      <Facts className="mb-6" of={[['이메일', <span className="written">{profile.email}{!profile.emailVerified && ' (확인 전)'}</span>], ['가입한 날', date(profile.createdAt)]]} />
      <Form form={form} fields={['name', 'phone']} onSubmit={save} label="프로필">
        <TextField label="이름" autoComplete="name" error={errorOf(form, 'name')} {...form.register('name')} />
        <TextField label="휴대전화" type="tel" autoComplete="tel" optional placeholder="010-1234-5678" error={errorOf(form, 'phone')} {...form.register('phone')} />
        <div><Button type="submit" look="secondary" busy={form.formState.isSubmitting}>저장</Button></div>
      </Form>
    </Card>
  );
}
