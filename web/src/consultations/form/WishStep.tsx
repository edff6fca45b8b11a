import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import { get } from '@/api/queries.ts';
import { spokenWon, today, won } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { errorOf } from '@/ui/Form.tsx';
import { wonOf, type Draft } from '../draft.ts';

const budgetHint = (typed: string) => {
  const amount = wonOf(typed);
  return amount ? spokenWon(amount) : '단위: 만 원';
};

export function WishStep({ form }: { form: UseFormReturn<Draft> }) {
  return (
    <div className="grid gap-9">
      <Features form={form} />
      <fieldset>
        <legend className="mb-2 font-semibold">예산 <span className="text-sm font-normal text-ink-3">(선택)</span></legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="최소" inputMode="numeric" autoComplete="off" placeholder="300" hint={budgetHint(form.watch('budgetMin'))} error={errorOf(form, 'budgetMin')} {...form.register('budgetMin', { deps: ['budgetMax'] })} />
          <TextField label="최대" inputMode="numeric" autoComplete="off" placeholder="500" hint={budgetHint(form.watch('budgetMax'))} error={errorOf(form, 'budgetMax')} {...form.register('budgetMax', { deps: ['budgetMin'] })} />
        </div>
      </fieldset>
      <TextField className="max-w-xs" label="완성을 바라는 날" optional type="date" min={today()} error={errorOf(form, 'desiredDate')} {...form.register('desiredDate')} />
    </div>
  );
}

/** From the price table by a press, or in own words. */
function Features({ form }: { form: UseFormReturn<Draft> }) {
  const prices = useQuery({ ...get('/api/prices'), staleTime: 300_000 }).data?.items.filter((one) => !one.isOptionalDeliverable) ?? [];
  const chosen = form.watch('features');
  const [own, setOwn] = useState('');
  const named = new Map(prices.map((price) => [price.name, price]));
  const sum = chosen.reduce((total, name) => total + (named.get(name)?.price ?? 0), 0);
  const set = (features: string[]) => form.setValue('features', features, { shouldDirty: true });
  function add() {
    const name = own.trim().slice(0, ConsultationDraft.features.items.maxLength);
    if (name && !chosen.includes(name) && chosen.length < ConsultationDraft.features.maxItems) set([...chosen, name]);
    setOwn('');
  }
  function onKey(event: KeyboardEvent) {
    // Enter that ends a syllable of an input method adds nothing yet.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  }
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">원하는 기능 <span className="text-sm font-normal text-ink-3">(선택)</span></legend>
      <p className="text-sm text-ink-3">모르셔도 괜찮습니다. 설명을 읽고 저희가 골라 드립니다.</p>
      <div className="flex min-h-80 flex-wrap content-start gap-2 sm:min-h-44">
        {prices.map(({ code, name, price }) => (
          <label key={code} className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-sm transition-colors hover:border-ink has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-accent">
            <input type="checkbox" className="size-4 accent-accent" checked={chosen.includes(name)} onChange={({ target }) => set(target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))} />
            {name} <span className="num text-ink-3">{won(price)}</span>
          </label>
        ))}
      </div>
      {chosen.some((name) => !named.has(name)) && (
        <ul aria-label="직접 적은 기능" className="flex flex-wrap gap-2">
          {chosen.filter((name) => !named.has(name)).map((name) => (
            <li key={name} className="inline-flex max-w-full items-center gap-1 rounded-full bg-sunken py-1 pr-1 pl-4 text-sm">
              <span className="written min-w-0">{name}</span>
              <button type="button" aria-label={`${name} 지우기`} onClick={() => set(chosen.filter((one) => one !== name))} className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-line"><X aria-hidden="true" className="size-4" /></button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <TextField className="min-w-0 flex-1" label="다른 기능" placeholder="예: 예약 달력" value={own} maxLength={ConsultationDraft.features.items.maxLength} onChange={({ target }) => setOwn(target.value)} onKeyDown={onKey} />
        <Button look="secondary" onClick={add}><Plus aria-hidden="true" className="size-4" />더하기</Button>
      </div>
      <p role="status" className="text-ink-2">{sum > 0 && <>고르신 기능은 가격표로 <strong className="num text-ink">{won(sum)}</strong>부터입니다. 정확한 견적은 분석 후에 드립니다.</>}</p>
    </fieldset>
  );
}
