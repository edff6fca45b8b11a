import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { PriceDraft } from '@/api/generated/limits.ts';
import type { Schema } from '@/api/types.ts';
import { optionalText, text } from '@/text/rules.ts';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import { EditDialog } from '../parts/EditDialog.tsx';
import { number, shown, whole } from '../parts/values.ts';

type Price = Schema['PriceEntry'];

const code = (name: string, limits: { readonly maxLength: number; readonly pattern: string }) =>
  v.pipe(text(name, limits), v.regex(new RegExp(limits.pattern), '영어 대문자로 시작해 대문자, 숫자, 밑줄만 쓸 수 있습니다.'));

const schema = v.object({
  name: text('이름을', PriceDraft.name),
  price: whole(PriceDraft.price),
  unit: optionalText(PriceDraft.unit),
  code: code('코드를', PriceDraft.code),
  category: code('묶음을', PriceDraft.category),
  position: whole(PriceDraft.position),
  isMinimum: v.boolean(),
  isOptionalDeliverable: v.boolean(),
  active: v.boolean(),
});
const values = (one: Price | undefined): v.InferInput<typeof schema> => ({
  name: one?.name ?? '', price: shown(one?.price), unit: one?.unit ?? '', code: one?.code ?? '', category: one?.category ?? '', position: shown(one?.position ?? 100),
  isMinimum: one?.isMinimum ?? false, isOptionalDeliverable: one?.isOptionalDeliverable ?? false, active: one?.active ?? true,
});
const labels = { name: '이름', price: '가격 (원)', unit: '단위', code: '코드', category: '묶음', position: '순서', isMinimum: '이 가격부터', isOptionalDeliverable: '선택 문서', active: '보이기' };

const wire = (typed: v.InferInput<typeof schema>): Schema['PriceDraft'] =>
  ({ ...typed, name: typed.name.trim(), price: number(typed.price), position: number(typed.position), unit: typed.unit.trim() || null });

export function PriceEditor({ of: one, onClose, onSaved }: { of: Price | undefined; onClose: () => void; onSaved: () => void }) {
  return (
    <EditDialog title={one ? '가격 수정' : '가격 추가'} schema={schema} values={values} labels={labels} thing={one} onClose={onClose} onSaved={onSaved}
      reread={({ id }) => ask(api.GET('/api/admin/prices/{id}', { params: { path: { id } } }))}
      save={(typed, over, header) => (over
        ? ask(api.PUT('/api/admin/prices/{id}', { params: { path: { id: over.id }, header: { 'If-Match': ifMatch(over) } }, body: wire(typed) }))
        : ask(api.POST('/api/admin/prices', { params: { header }, body: wire(typed) })))}>
      {(form) => (
        <>
          <TextField label={labels.name} error={errorOf(form, 'name')} {...form.register('name')} />
          <div className="grid gap-5 sm:grid-cols-3">
            <TextField label={labels.price} inputMode="numeric" error={errorOf(form, 'price')} {...form.register('price')} />
            <TextField label={labels.unit} optional placeholder="장, 종, 건" error={errorOf(form, 'unit')} {...form.register('unit')} />
            <TextField label={labels.position} inputMode="numeric" error={errorOf(form, 'position')} {...form.register('position')} />
          </div>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField label={labels.code} placeholder="LANDING_PAGE" error={errorOf(form, 'code')} {...form.register('code')} />
            <TextField label={labels.category} placeholder="PAGE" error={errorOf(form, 'category')} {...form.register('category')} />
          </div>
          <CheckField label={labels.isMinimum} hint="일의 크기에 따라 더 들 수 있습니다." {...form.register('isMinimum')} />
          <CheckField label={labels.isOptionalDeliverable} hint="고객이 더 주문할 수 있는 문서입니다." {...form.register('isOptionalDeliverable')} />
          <CheckField label={labels.active} hint="끄면 고객과 분석 담당 AI에게 보이지 않습니다." {...form.register('active')} />
        </>
      )}
    </EditDialog>
  );
}
