import { Plus, X } from 'lucide-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import { count } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { TextArea, TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import type { Draft } from '../draft.ts';

export function StoryStep({ form }: { form: UseFormReturn<Draft> }) {
  const urls = useFieldArray({ control: form.control, name: 'referenceUrls' });
  const written = form.watch('description').length;
  const simple = form.watch('kind') === 'SIMPLE';
  return (
    <div className="grid gap-7">
      <TextField label="프로젝트 이름" hint="부르기 쉬운 이름이면 됩니다. 예: 동네빵집 홈페이지" error={errorOf(form, 'projectName')} {...form.register('projectName')} />
      <div>
        <TextArea label="무엇을 만들고 싶으신가요?" rows={7} hint="누가, 무엇을 하러 들어오는 사이트인지 편하게 적어 주세요. 전문 용어는 필요 없습니다." error={errorOf(form, 'description')} {...form.register('description')} />
        <p className="num mt-1 text-right text-sm text-ink-3">{count(written)} / {count(ConsultationDraft.description.maxLength)}자</p>
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">참고 사이트 {simple && <span className="text-sm font-normal text-ink-3">(선택)</span>}</legend>
        <p className="text-sm text-ink-3">마음에 드는 사이트의 주소입니다. 하나면 충분하고, {ConsultationDraft.referenceUrls.maxItems}개까지 적을 수 있습니다.</p>
        {urls.fields.map((field, index) => (
          <div key={field.id} className="flex items-start gap-2">
            <TextField className="min-w-0 flex-1" label={<span className="sr-only">참고 사이트 {index + 1}</span>} type="url" inputMode="url" placeholder="https://" autoComplete="off"
              error={errorOf(form, `referenceUrls.${index}.url`)} {...form.register(`referenceUrls.${index}.url`)} />
            {urls.fields.length > 1 && <Button look="quiet" aria-label={`참고 사이트 ${index + 1} 지우기`} className="mt-1.5 px-3" onClick={() => urls.remove(index)}><X aria-hidden="true" className="size-5" /></Button>}
          </div>
        ))}
        {urls.fields.length < ConsultationDraft.referenceUrls.maxItems && <div><Button look="secondary" size="sm" onClick={() => urls.append({ url: '' })}><Plus aria-hidden="true" className="size-4" />사이트 더하기</Button></div>}
      </fieldset>
    </div>
  );
}
