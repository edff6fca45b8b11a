import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { FormEvent, ReactNode } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import type { GenericSchema, InferInput } from 'valibot';
import { showProblem } from '@/api/problem.ts';
import { Notice } from './Notice.tsx';

/**
 * react-hook-form over a schema: judged on leaving a field, and again at each key once it was refused. A form that stands on a page
 * read for other things passes `onSubmit`: the keyboard only walks through it.
 */
export function useSchemaForm<S extends GenericSchema<FieldValues>>(schema: S, defaultValues: DefaultValues<InferInput<S>>, mode: 'onTouched' | 'onSubmit' = 'onTouched') {
  return useForm<InferInput<S>>({ resolver: standardSchemaResolver(schema as never) as never, defaultValues, mode, shouldFocusError: true });
}

/** A form that shows the API's refusals at their fields, and keeps what was typed whatever happens. */
export function Form<T extends FieldValues>({ form, fields, onSubmit, children, className = 'grid gap-6', label }: {
  form: UseFormReturn<T>; fields: readonly Path<T>[]; onSubmit: (values: T) => Promise<unknown>; children: ReactNode; className?: string; label?: string;
}) {
  const submit = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values);
    } catch (problem) {
      showProblem(form, problem, fields);
    }
  });
  function onForm(event: FormEvent) {
    if (form.formState.isSubmitting) event.preventDefault();
    else void submit(event);
  }
  const above = form.formState.errors.root?.server?.message;
  return (
    <form noValidate className={className} onSubmit={onForm} aria-label={label}>
      {above && <Notice tone="bad" live>{above}</Notice>}
      {children}
    </form>
  );
}

/** The text below a field, by its path. */
export function errorOf<T extends FieldValues>(form: UseFormReturn<T>, path: Path<T>): string | undefined {
  return form.getFieldState(path, form.formState).error?.message;
}
