import { api, ask, ifMatch } from '@/api/client.ts';
import { queryClient } from '@/api/queries.ts';
import { TextArea, TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import { EditDialog } from '../parts/EditDialog.tsx';
import { difference, labels, schema, values } from './briefForm.ts';
import { changed, dossierQuery, type Dossier } from './dossier.ts';

/** In the customer's stead: a reference address that came by telephone moves a waiting consultation on. */
export function CorrectBrief({ of: one, onClose }: { of: Dossier; onClose: () => void }) {
  return (
    <EditDialog title="상담 내용 수정" schema={schema} values={values} labels={labels} thing={one} onClose={onClose} onSaved={() => undefined}
      reread={() => queryClient.fetchQuery({ ...dossierQuery(one.id), staleTime: 0 })}
      save={async (typed, over) => {
        const body = difference(typed, over!);
        changed(await ask(api.PATCH('/api/admin/consultations/{id}', { params: { path: { id: one.id }, header: { 'If-Match': ifMatch(over!) } }, body })));
      }}>
      {(form) => (
        <>
          <TextField label={labels.projectName} error={errorOf(form, 'projectName')} {...form.register('projectName')} />
          <TextArea label={labels.description} rows={5} error={errorOf(form, 'description')} {...form.register('description')} />
          <TextArea label={labels.referenceUrls} rows={2} hint="한 줄에 하나, https://로 시작하는 주소" error={errorOf(form, 'referenceUrls')} {...form.register('referenceUrls')} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField label={labels.budgetMin} inputMode="numeric" optional error={errorOf(form, 'budgetMin')} {...form.register('budgetMin')} />
            <TextField label={labels.budgetMax} inputMode="numeric" optional error={errorOf(form, 'budgetMax')} {...form.register('budgetMax')} />
          </div>
          <TextField label={labels.desiredDate} type="date" optional error={errorOf(form, 'desiredDate')} {...form.register('desiredDate')} />
          <TextArea label={labels.features} rows={3} hint="한 줄에 하나" optional error={errorOf(form, 'features')} {...form.register('features')} />
        </>
      )}
    </EditDialog>
  );
}
