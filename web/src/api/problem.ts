import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { Schema } from './types.ts';

/** A refusal of the API: `detail` is for people, `code` for programs, `errors` for the fields. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Record<string, string[]>;
  readonly traceId: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(status: number, document: Partial<Schema['ProblemDocument']> | undefined, retryAfter?: number) {
    super(document?.detail ?? fallback(status));
    this.name = 'Problem';
    this.status = status;
    this.code = document?.code ?? `HTTP_${status}`;
    this.errors = document?.errors ?? {};
    this.traceId = document?.traceId;
    this.retryAfter = retryAfter;
  }
}

function fallback(status: number) {
  if (status === 429) return '요청이 많습니다. 잠시 후 다시 시도해 주세요.';
  if (status === 413) return '파일이 너무 큽니다.';
  return '요청을 처리하지 못했습니다. 잠시 후 다시 시도해 주세요.';
}

/** What to tell a person about any failure. */
export function explain(failure: unknown): string {
  if (failure instanceof Problem) return failure.message;
  return '연결이 끊겨 요청을 마치지 못했습니다. 잠시 후 다시 시도해 주세요.';
}

/**
 * Puts a refusal where it belongs: its errors beside the fields of the same names, everything else above the form
 * (`errors.root.server`). Focus goes to the first field that was refused.
 */
export function showProblem<T extends FieldValues>(form: UseFormReturn<T>, failure: unknown, fields: readonly Path<T>[]) {
  const rest: string[] = [];
  let focused = false;
  for (const [name, texts] of Object.entries(failure instanceof Problem ? failure.errors : {})) {
    const path = name.replace(/\[(\d+)\]/g, '.$1');
    const field = fields.find((known) => path === known || path.startsWith(`${known}.`));
    if (!field) rest.push(...texts);
    else {
      form.setError(path as Path<T>, { type: 'server', message: texts.join(' ') }, { shouldFocus: !focused });
      focused = true;
    }
  }
  if (!focused || rest.length) form.setError('root.server', { type: 'server', message: rest.join(' ') || explain(failure) });
}
