import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, ask } from '@/api/client.ts';
import { RefundDraft } from '@/api/generated/limits.ts';
import { get, outdated, queryClient } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { won } from '@/text/format.ts';
import { text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { TextArea, TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { useIntention } from '../intention.ts';
import { number, shown, whole } from '../parts/values.ts';
import { RuleChoice, causeText } from './RuleChoice.tsx';

/** A person decides; the rules say beforehand what each cause would return, and a choice among them fills the form. */
export function RefundDialog({ of: one, onClose }: { of: Schema['PaymentDossier']; onClose: () => void }) {
  const preview = useQuery({ ...get('/api/admin/payments/{id}/refund', { params: { path: { id: one.id } } }), staleTime: 0 });
  const schema = v.object({ amount: whole({ minimum: 1, maximum: one.refundable }), reason: text('사유를', RefundDraft.reason) });
  const form = useSchemaForm(schema, { amount: shown(one.refundable), reason: '' });
  const intend = useIntention();
  const amount = form.watch('amount');
  async function refund(typed: v.InferInput<typeof schema>) {
    const body = { amount: number(typed.amount), reason: typed.reason.trim() };
    const after = await intend((header) => ask(api.POST('/api/admin/payments/{id}/refund', { params: { path: { id: one.id }, header }, body })));
    queryClient.setQueryData(get('/api/admin/payments/{id}', { params: { path: { id: one.id } } }).queryKey, after);
    void outdated('/api/admin/payments');
    void outdated('/api/admin/payments/{id}/refund');
    void outdated('/api/admin/dashboard');
    toast('환불을 시작했습니다', '결제사의 답은 이 화면에 나타납니다.');
    onClose();
  }
  function follow({ cause, amount: due }: Schema['RefundRuleLine']) {
    form.setValue('amount', shown(due), { shouldValidate: due > 0 });
    if (!form.formState.dirtyFields.reason) form.setValue('reason', causeText[cause]);
  }
  const going = v.is(schema.entries.amount, amount) ? number(amount) : undefined;
  return (
    <Dialog open onClose={onClose} title="환불하기" description={`${one.customer.name} 님의 결제입니다. 더 돌려줄 수 있는 돈은 ${won(one.refundable)}입니다.`}>
      <Form form={form} fields={['amount', 'reason']} onSubmit={refund} className="grid gap-5">
        <RuleChoice preview={preview} onChoose={follow} />
        <TextField label="돌려줄 금액 (원)" inputMode="numeric" error={errorOf(form, 'amount')} {...form.register('amount')} />
        <TextArea label="사유" rows={2} hint="고객이 그대로 읽습니다." error={errorOf(form, 'reason')} {...form.register('reason')} />
        <p role="status" className="rounded-md bg-sunken px-4 py-3 text-sm">
          {going === undefined ? '금액을 적으면 무엇이 남는지 보여 드립니다.' : <><b className="num">{won(going)}</b>이 고객에게 돌아가고, 결제에는 <b className="num">{won(one.refundable - going)}</b>이 남습니다. 되돌릴 수 없습니다.</>}
        </p>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>그만두기</Button>
          <Button type="submit" look="danger" busy={form.formState.isSubmitting}>환불하기</Button>
        </div>
      </Form>
    </Dialog>
  );
}
