import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { RejectionNote } from '@/api/generated/limits.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { TextArea } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { useIntention } from '../intention.ts';
import { changed, type Dossier } from './dossier.ts';

const schema = v.object({ reason: text('사유를', RejectionNote.reason) });

export function Reject({ of: one, onClose }: { of: Dossier; onClose: () => void }) {
  const form = useSchemaForm(schema, { reason: '' });
  const intend = useIntention();
  async function reject({ reason }: v.InferInput<typeof schema>) {
    changed(await intend((header) => ask(api.POST('/api/admin/consultations/{id}/reject', { params: { path: { id: one.id }, header }, body: { reason } }))));
    toast('상담을 거절했습니다');
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title="상담을 거절할까요?" description="사유는 고객이 그대로 읽습니다. 낸 요금은 전부 환불되고, 무료 자리는 돌려놓습니다.">
      <Form form={form} fields={['reason']} onSubmit={reject}>
        <TextArea label="거절 사유" rows={4} error={errorOf(form, 'reason')} {...form.register('reason')} />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>그만두기</Button>
          <Button type="submit" look="danger" busy={form.formState.isSubmitting}>거절하기</Button>
        </div>
      </Form>
    </Dialog>
  );
}
