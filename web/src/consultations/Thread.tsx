import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as v from 'valibot';
import { api, ask, newKey } from '@/api/client.ts';
import { ThreadDraft } from '@/api/generated/limits.ts';
import { list, outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { actor } from '@/text/labels.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { cx } from '@/ui/classes.ts';
import { TextArea } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Failed } from '@/ui/States.tsx';
import { Ago } from '@/ui/Time.tsx';

const schema = v.object({ body: text('내용을', ThreadDraft.body) });

/** The conversation with the studio, oldest above. */
export function Thread({ consultation }: { consultation: Schema['ConsultationDetails'] }) {
  const id = consultation.id;
  const messages = useInfiniteQuery({ ...list('/api/consultations/{id}/messages', { params: { path: { id } } }), refetchInterval: 20_000 });
  const form = useSchemaForm(schema, { body: '' }, 'onSubmit');
  const [key, setKey] = useState(newKey);
  async function post({ body }: v.InferInput<typeof schema>) {
    await ask(api.POST('/api/consultations/{id}/messages', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { body } }));
    setKey(newKey());
    form.reset();
    await outdated('/api/consultations/{id}/messages');
  }
  const lines = messages.data?.pages.flatMap((page) => page.items).reverse() ?? [];
  const empty = consultation.kind === 'SIMPLE' ? '담당자가 읽고 이곳에 답해 드립니다. 보통 영업일 하루 안에 답장합니다.' : '궁금한 점이 있으시면 남겨 주세요. 담당자가 답해 드립니다.';
  return (
    <section aria-labelledby="thread" className="no-print mt-8 rounded-lg border border-line bg-surface p-5 sm:p-7">
      <h2 id="thread" className="mb-4 text-lg">대화</h2>
      {messages.isError && !messages.data && <Failed failure={messages.error} retry={() => void messages.refetch()} />}
      {messages.hasNextPage && <div className="mb-4 text-center"><Button look="quiet" size="sm" busy={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>이전 대화 보기</Button></div>}
      {messages.data && lines.length === 0 && <p className="text-ink-3">{empty}</p>}
      <div role="log" aria-label="대화"><ol className="grid gap-4">
        {lines.map((line) => {
          const own = line.author === 'CUSTOMER';
          return (
            <li key={line.id} className={cx('max-w-[85%] justify-self-start', own && 'justify-self-end')}>
              <p className={cx('mb-1 text-sm text-ink-3', own && 'text-right')}>{own ? '나' : actor[line.author]} · <Ago at={line.createdAt} /></p>
              <p className={cx('written rounded-lg px-4 py-3', own ? 'bg-accent-soft' : 'bg-sunken')}>{line.body}</p>
            </li>
          );
        })}
      </ol></div>
      {consultation.closedAt
        ? <p className="mt-6 border-t border-line pt-5 text-ink-3">마무리된 대화입니다. 더 궁금한 점은 새 상담으로 남겨 주세요.</p>
        : (
          <Form form={form} fields={['body']} onSubmit={post} className="mt-6 grid gap-3 border-t border-line pt-5">
            <TextArea label="메시지" rows={3} error={errorOf(form, 'body')} {...form.register('body')} />
            <div className="text-right"><Button type="submit" look="secondary" busy={form.formState.isSubmitting}>보내기</Button></div>
          </Form>
        )}
    </section>
  );
}
