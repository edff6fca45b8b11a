import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { ThreadDraft } from '@/api/generated/limits.ts';
import { actor } from '@/text/labels.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { cx } from '@/ui/classes.ts';
import { TextArea } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Instant } from '@/ui/Time.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { useIntention } from '../intention.ts';
import { useShortcuts } from '../keys/shortcuts.ts';
import { forget, useDraft, written } from '../parts/draft.ts';
import { Panel } from '../parts/Panel.tsx';
import { allowed, changed, type Dossier } from './dossier.ts';

const schema = v.object({ body: text('내용을', ThreadDraft.body) });

/** The thread with the customer; the first answer completes a SIMPLE consultation. */
export const Thread = ({ of: one }: { of: Dossier }) => (
  <Panel title="고객과의 대화">
    {one.messages.length === 0 && <p className="mb-4 text-ink-3">아직 주고받은 말이 없습니다.</p>}
    <div role="log" aria-label="대화"><ol className="grid gap-3">
      {one.messages.map((line) => {
        const own = line.author === 'ADMIN';
        return (
          <li key={line.id} className={cx('max-w-[90%] min-w-0 justify-self-start', own && 'justify-self-end')}>
            <p className={cx('written mb-0.5 text-sm text-ink-3', own && 'text-right')}>{actor[line.author]} {line.authorName} · <Instant at={line.createdAt} /></p>
            <p className={cx('written rounded-lg px-4 py-2.5', own ? 'bg-accent-soft' : 'bg-sunken')}>{line.body}</p>
          </li>
        );
      })}
    </ol></div>
    {allowed(one).answer ? <Answer key={one.id} of={one} /> : <p className="mt-4 border-t border-line pt-4 text-ink-3">{one.closedAt ? '마무리된 대화입니다.' : '끝난 상담에는 쓸 수 없습니다.'}</p>}
  </Panel>
);

function Answer({ of: one }: { of: Dossier }) {
  const place = `answer.${one.id}`;
  const form = useSchemaForm(schema, { body: written(place) }, 'onSubmit');
  const intend = useIntention();
  useDraft(form, 'body', place);
  useShortcuts('이 상담', [{ keys: 'a', does: '답변 쓰기', run: () => form.setFocus('body') }]);
  async function send({ body }: v.InferInput<typeof schema>) {
    changed(await intend((header) => ask(api.POST('/api/admin/consultations/{id}/answer', { params: { path: { id: one.id }, header }, body: { body } }))));
    form.reset({ body: '' });
    forget(place);
    toast('답변을 보냈습니다', '고객에게 알림이 갑니다.');
  }
  return (
    <Form form={form} fields={['body']} onSubmit={send} label="답변" className="mt-4 grid gap-3 border-t border-line pt-4">
      <TextArea label="답변" rows={4} hint={one.kind === 'SIMPLE' && one.status === 'REQUESTED' ? '보내면 이 상담은 완료됩니다. 고객은 이어서 물을 수 있습니다.' : undefined}
        aria-keyshortcuts="a" error={errorOf(form, 'body')} {...form.register('body')} />
      <div className="text-right"><Button type="submit" size="sm" className="min-h-10" busy={form.formState.isSubmitting}>보내기</Button></div>
    </Form>
  );
}
