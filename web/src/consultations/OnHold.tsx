import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import { outdated } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';
import { completeUrl } from './draft.ts';

const schema = v.object({ referenceUrls: text('주소를', ConsultationDraft.referenceUrls.items) });

/** An analysis begins with a site to look at: asks for it. */
export function OnHold({ consultation }: { consultation: Schema['ConsultationDetails'] }) {
  const form = useSchemaForm(schema, { referenceUrls: '' });
  async function give({ referenceUrls }: v.InferInput<typeof schema>) {
    await ask(api.PATCH('/api/consultations/{id}', {
      params: { path: { id: consultation.id }, header: { 'If-Match': ifMatch(consultation) } }, body: { referenceUrls: [completeUrl(referenceUrls)] },
    }));
    await outdated('/api/consultations/{id}');
  }
  return (
    <Card className="grid gap-5">
      <Notice tone="warn" title="참고할 사이트가 필요합니다">분석은 참고 사이트를 살펴보는 것으로 시작합니다. 마음에 드는 사이트 주소를 하나 알려 주세요.</Notice>
      <Form form={form} fields={['referenceUrls']} onSubmit={give} className="grid gap-4">
        <TextField label="참고 사이트" type="url" inputMode="url" placeholder="https://" error={errorOf(form, 'referenceUrls')} {...form.register('referenceUrls')} />
        <div><Button type="submit" busy={form.formState.isSubmitting}>이 사이트로 시작하기</Button></div>
      </Form>
    </Card>
  );
}
