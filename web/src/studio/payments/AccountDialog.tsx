import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { RefundAccountDraft } from '@/api/generated/limits.ts';
import { get, queryClient } from '@/api/queries.ts';
import type { Schema } from '@/api/types.ts';
import { optionalText, text } from '@/text/rules.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import { bank } from '@/text/labels.ts';
import { EditDialog } from '../parts/EditDialog.tsx';

const banks = Object.keys(bank) as Schema['Bank'][];
const schema = v.object({
  bank: v.picklist(banks),
  number: text('계좌 번호를', RefundAccountDraft.number),
  holderName: text('예금주를', RefundAccountDraft.holderName),
  holderPhone: optionalText(RefundAccountDraft.holderPhone),
});
const labels = { bank: '은행', number: '계좌 번호', holderName: '예금주', holderPhone: '예금주 전화' };
// What was entered before comes back masked: it is typed anew.
const values = (): v.InferInput<typeof schema> => ({ bank: 'KOOKMIN', number: '', holderName: '', holderPhone: '' });

/** A customer said by telephone to which account a refund goes. */
export function AccountDialog({ of: one, onClose }: { of: Schema['PaymentDossier']; onClose: () => void }) {
  const query = get('/api/admin/payments/{id}', { params: { path: { id: one.id } } });
  return (
    <EditDialog title="환불 계좌" schema={schema} values={values} labels={labels} thing={one} onClose={onClose} onSaved={() => undefined}
      reread={() => queryClient.fetchQuery({ ...query, staleTime: 0 })}
      save={async ({ holderPhone, ...account }, over) => {
        const after = await ask(api.PUT('/api/admin/payments/{id}/refund-account', { params: { path: { id: one.id }, header: { 'If-Match': ifMatch(over!) } }, body: { ...account, holderPhone: holderPhone.trim() || null } }));
        queryClient.setQueryData(query.queryKey, after);
      }}>
      {(form) => (
        <>
          <SelectField label={labels.bank} error={errorOf(form, 'bank')} {...form.register('bank')}>{banks.map((key) => <option key={key} value={key}>{bank[key]}</option>)}</SelectField>
          <TextField label={labels.number} inputMode="numeric" autoComplete="off" error={errorOf(form, 'number')} {...form.register('number')} />
          <TextField label={labels.holderName} autoComplete="off" error={errorOf(form, 'holderName')} {...form.register('holderName')} />
          <TextField label={labels.holderPhone} type="tel" autoComplete="off" optional error={errorOf(form, 'holderPhone')} {...form.register('holderPhone')} />
        </>
      )}
    </EditDialog>
  );
}
