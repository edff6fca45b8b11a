import { useState, type ReactNode } from 'react';
import type { DefaultValues, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { GenericSchema, InferInput } from 'valibot';
import { Problem } from '@/api/problem.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { Form, useSchemaForm } from '@/ui/Form.tsx';
import { toast } from '@/ui/Toasts.tsx';
import { useIntention } from '../intention.ts';
import { Overtaken } from './Overtaken.tsx';

type Header = { 'Idempotency-Key': string };

interface Editing<S extends GenericSchema<FieldValues>, T extends { version: number }> {
  title: string;
  schema: S;
  /** What the form shows of a thing, or of none yet. */
  values: (thing: T | undefined) => InferInput<S>;
  labels: Record<keyof InferInput<S> & string, string>;
  thing: T | undefined;
  reread: (thing: T) => Promise<T>;
  /** `thing` is as it was when it was read last: its version is the one that is overwritten. */
  save: (values: InferInput<S>, thing: T | undefined, header: Header) => Promise<unknown>;
  onClose: () => void;
  onSaved: () => void;
  children: (form: UseFormReturn<InferInput<S>>) => ReactNode;
}

/** Adds or changes a thing with a version. When somebody else was faster, it says what they changed, and nothing typed is lost. */
export function EditDialog<S extends GenericSchema<FieldValues>, T extends { version: number }>({ title, schema, values, labels, thing, reread, save, onClose, onSaved, children }: Editing<S, T>) {
  const [base, setBase] = useState(thing);
  const [newer, setNewer] = useState<T>();
  const form = useSchemaForm(schema, values(thing) as DefaultValues<InferInput<S>>);
  const intend = useIntention();
  async function store(typed: InferInput<S>, over: T | undefined) {
    try {
      await intend((header) => save(typed, over, header));
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 412 && over) setNewer(await reread(over));
      throw ofWholeFields(failure);
    }
    toast('저장했습니다');
    onSaved();
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title={title}>
      <Form form={form} fields={Object.keys(labels) as Path<InferInput<S>>[]} onSubmit={(typed) => store(typed, base)} className="grid gap-5">
        {newer && base && (
          <Overtaken labels={labels} before={values(base)} now={values(newer)}
            onKeep={() => { setBase(newer); setNewer(undefined); form.clearErrors('root'); }}
            onTake={() => { setBase(newer); setNewer(undefined); form.reset(values(newer)); }} />
        )}
        {children(form)}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>그만두기</Button>
          <Button type="submit" busy={form.formState.isSubmitting} disabled={newer !== undefined}>저장하기</Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** A list is one field here, so what is wrong with its third entry is said at the list. */
function ofWholeFields(failure: unknown) {
  if (!(failure instanceof Problem)) return failure;
  const errors: Record<string, string[]> = {};
  for (const [name, texts] of Object.entries(failure.errors)) {
    const field = name.replace(/\[\d+\].*$/, '');
    errors[field] = [...new Set([...(errors[field] ?? []), ...texts])];
  }
  return new Problem(failure.status, { detail: failure.message, code: failure.code, errors }, failure.retryAfter);
}
