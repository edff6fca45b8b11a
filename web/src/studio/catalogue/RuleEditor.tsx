import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { RuleDraft } from '@/api/generated/limits.ts';
import type { Schema } from '@/api/types.ts';
import { text } from '@/text/rules.ts';
import { CheckField, SelectField, TextArea, TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import { screeningCategory } from '../labels.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { entries, lines } from '../parts/values.ts';
import { TryText } from './TryText.tsx';

type Rule = Schema['RuleEntry'];

const schema = v.object({
  name: text('이름을', RuleDraft.name),
  category: v.picklist(['FORBIDDEN_CONTENT', 'OUT_OF_SCOPE'] satisfies Schema['ScreeningCategory'][]),
  terms: entries({ ...RuleDraft.terms, minItems: 1 }),
  unless: entries(RuleDraft.unless),
  reason: text('사유를', RuleDraft.reason),
  active: v.boolean(),
});
type Values = v.InferInput<typeof schema>;

const values = (one: Rule | undefined): Values => ({
  name: one?.name ?? '', category: one?.category ?? 'FORBIDDEN_CONTENT', terms: one?.terms.join('\n') ?? '', unless: one?.unless.join('\n') ?? '', reason: one?.reason ?? '', active: one?.active ?? true,
});
const labels = { name: '이름', category: '뜻', terms: '걸리는 말', unless: '예외', reason: '고객이 읽는 사유', active: '켜짐' };

const wire = (typed: Values): Schema['RuleDraft'] => ({ ...typed, name: typed.name.trim(), reason: typed.reason.trim(), terms: lines(typed.terms), unless: lines(typed.unless) });

export function RuleEditor({ of: one, onClose, onSaved }: { of: Rule | undefined; onClose: () => void; onSaved: () => void }) {
  return (
    <EditDialog title={one ? '규칙 수정' : '규칙 추가'} schema={schema} values={values} labels={labels} thing={one} onClose={onClose} onSaved={onSaved}
      reread={({ id }) => ask(api.GET('/api/admin/screening-rules/{id}', { params: { path: { id } } }))}
      save={(typed, over, header) => (over
        ? ask(api.PUT('/api/admin/screening-rules/{id}', { params: { path: { id: over.id }, header: { 'If-Match': ifMatch(over) } }, body: wire(typed) }))
        : ask(api.POST('/api/admin/screening-rules', { params: { header }, body: wire(typed) })))}>
      {(form) => (
        <>
          <TextField label={labels.name} error={errorOf(form, 'name')} {...form.register('name')} />
          <SelectField label={labels.category} {...form.register('category')}>{Object.entries(screeningCategory).map(([key, name]) => <option key={key} value={key}>{name}</option>)}</SelectField>
          <TextArea label={labels.terms} rows={4} hint="한 줄에 하나. 앞의 *는 다른 말 안에서도 찾고(*도박 → 온라인도박), 영어 뒤의 *는 이어지는 말도 찾습니다." error={errorOf(form, 'terms')} {...form.register('terms')} />
          <TextArea label={labels.unless} rows={3} optional hint="한 줄에 하나. 이 안에 있으면 걸리지 않습니다. …는 같은 문장의 몇 마디를 건너뜁니다." error={errorOf(form, 'unless')} {...form.register('unless')} />
          <TextArea label={labels.reason} rows={2} error={errorOf(form, 'reason')} {...form.register('reason')} />
          <CheckField label={labels.active} hint="끄면 아무도 거절하지 않습니다." {...form.register('active')} />
          <TryText draft={() => wire(form.getValues())} {...(one && { replaces: one.id })} />
        </>
      )}
    </EditDialog>
  );
}
