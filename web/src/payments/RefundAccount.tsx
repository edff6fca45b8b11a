import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { RefundAccountDraft } from '@/api/generated/limits.ts';
import { get, outdated, queryClient } from '@/api/queries.ts';
import { Problem } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { bank } from '@/text/labels.ts';
import { optionalText, text } from '@/text/rules.ts';
import { Button } from '@/ui/Button.tsx';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { Form, errorOf, useSchemaForm } from '@/ui/Form.tsx';
import { Card } from '@/ui/Page.tsx';
import { toast } from '@/ui/Toasts.tsx';

const banks = Object.keys(bank) as Schema['Bank'][];
const fields = ['bank', 'number', 'holderName', 'holderPhone'] as const;
const schema = v.object({
  bank: v.picklist(banks),
  number: text('계좌 번호를', RefundAccountDraft.number),
  holderName: text('예금주를', RefundAccountDraft.holderName),
  holderPhone: optionalText(RefundAccountDraft.holderPhone),
});

/** Money that came by transfer goes back to an account, which only its customer knows. */
export function RefundAccount({ of: one }: { of: Schema['PaymentDetails'] }) {
  const form = useSchemaForm(schema, { bank: 'KOOKMIN', number: '', holderName: '', holderPhone: '' });
  async function send({ holderPhone, ...account }: v.InferInput<typeof schema>) {
    const path = { id: one.id };
    try {
      const after = await ask(api.PUT('/api/payments/{id}/refund-account', { params: { path, header: { 'If-Match': ifMatch(one) } }, body: { ...account, holderPhone: holderPhone.trim() || null } }));
      queryClient.setQueryData(get('/api/payments/{id}', { params: { path } }).queryKey, after);
      toast('환불 계좌를 받았습니다', '이 계좌로 환불을 진행합니다.');
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 412) await outdated('/api/payments/{id}');
      throw problem;
    }
  }
  return (
    <Card>
      <h2 className="mb-2 text-lg">환불받을 계좌</h2>
      <p className="mb-6 text-ink-2">계좌 이체로 내신 금액은 계좌로 돌려 드립니다. 계좌 정보는 암호화해 보관하고, 환불이 끝나면 지웁니다.</p>
      <Form form={form} fields={fields} onSubmit={send} label="환불받을 계좌">
        <SelectField label="은행" error={errorOf(form, 'bank')} {...form.register('bank')}>{banks.map((key) => <option key={key} value={key}>{bank[key]}</option>)}</SelectField>
        <TextField label="계좌 번호" inputMode="numeric" autoComplete="off" error={errorOf(form, 'number')} {...form.register('number')} />
        <TextField label="예금주" autoComplete="off" hint="은행에 등록된 이름" error={errorOf(form, 'holderName')} {...form.register('holderName')} />
        <TextField label="예금주 전화" type="tel" autoComplete="off" optional error={errorOf(form, 'holderPhone')} {...form.register('holderPhone')} />
        <div><Button type="submit" busy={form.formState.isSubmitting}>이 계좌로 환불받기</Button></div>
      </Form>
    </Card>
  );
}
