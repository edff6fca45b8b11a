import * as v from 'valibot';
import { api, ask, ifMatch } from '@/api/client.ts';
import { CampaignDraft } from '@/api/generated/limits.ts';
import type { Schema } from '@/api/types.ts';
import { text } from '@/text/rules.ts';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import { EditDialog } from '../parts/EditDialog.tsx';
import { instant, number, seoulClock, shown, whole } from '../parts/values.ts';

type Campaign = Schema['Campaign'];

const schema = v.object({
  name: text('이름을', CampaignDraft.name),
  slots: whole(CampaignDraft.slots),
  startsAt: v.pipe(v.string(), v.nonEmpty('시작하는 때를 정해 주세요.')),
  endsAt: v.string(),
  active: v.boolean(),
});
const values = (one: Campaign | undefined): v.InferInput<typeof schema> => ({
  name: one?.name ?? '', slots: shown(one?.slots ?? 10), startsAt: seoulClock(one?.startsAt ?? new Date().toISOString()), endsAt: seoulClock(one?.endsAt), active: one?.active ?? true,
});
const labels = { name: '이름', slots: '무료 자리', startsAt: '시작', endsAt: '끝', active: '켜짐' };

const wire = (typed: v.InferInput<typeof schema>): Schema['CampaignDraft'] => ({
  name: typed.name.trim(), slots: number(typed.slots), startsAt: instant(typed.startsAt), endsAt: typed.endsAt ? instant(typed.endsAt) : null, active: typed.active,
});

export function CampaignEditor({ of: one, onClose, onSaved }: { of: Campaign | undefined; onClose: () => void; onSaved: () => void }) {
  return (
    <EditDialog title={one ? '이벤트 수정' : '이벤트 추가'} schema={schema} values={values} labels={labels} thing={one} onClose={onClose} onSaved={onSaved}
      reread={({ id }) => ask(api.GET('/api/admin/events/{id}', { params: { path: { id } } }))}
      save={(typed, over, header) => (over
        ? ask(api.PUT('/api/admin/events/{id}', { params: { path: { id: over.id }, header: { 'If-Match': ifMatch(over) } }, body: wire(typed) }))
        : ask(api.POST('/api/admin/events', { params: { header }, body: wire(typed) })))}>
      {(form) => (
        <>
          <TextField label={labels.name} hint="방문자가 읽는 이름입니다." error={errorOf(form, 'name')} {...form.register('name')} />
          <TextField label={labels.slots} inputMode="numeric" {...(one && { hint: `지금까지 ${one.taken}자리를 썼습니다.` })} error={errorOf(form, 'slots')} {...form.register('slots')} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField label={labels.startsAt} type="datetime-local" error={errorOf(form, 'startsAt')} {...form.register('startsAt')} />
            <TextField label={labels.endsAt} type="datetime-local" optional error={errorOf(form, 'endsAt')} {...form.register('endsAt')} />
          </div>
          <CheckField label="켜짐" hint="끄면 날짜와 상관없이 자리를 주지 않습니다." {...form.register('active')} />
        </>
      )}
    </EditDialog>
  );
}
