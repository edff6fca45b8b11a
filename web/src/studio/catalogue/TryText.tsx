import { useId, useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { ScreeningTrial } from '@/api/generated/limits.ts';
import { explain } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { Button } from '@/ui/Button.tsx';
import { Field, controlClass } from '@/ui/Field.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Verdict } from './Verdict.tsx';

interface Trial { text: string; verdict?: Schema['ScreeningVerdict']; failure?: unknown }

/** A text as a customer might write it, judged by the stored rules, or with a draft among them. Nothing is stored. */
export function TryText({ draft, replaces }: { draft?: () => Schema['RuleDraft']; replaces?: string }) {
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<Trial>();
  const [busy, setBusy] = useState(false);
  const id = useId();
  async function judge() {
    setBusy(true);
    try {
      const body = { text, ...(draft && { rule: draft() }), ...(replaces && { replaces }) };
      setTrial({ text, verdict: await ask(api.POST('/api/admin/screening-rules/try', { body })) });
    } catch (failure) {
      setTrial({ text, failure });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Panel title="글로 시험해 보기" className={draft && 'bg-sunken'}>
      <div className="grid gap-3">
        <Field label="고객이 쓸 만한 글" {...(draft && { hint: '저장하기 전의 이 규칙까지 넣어 봅니다.' })}>
          {(wiring) => <textarea {...wiring} rows={4} value={text} maxLength={ScreeningTrial.text.maxLength} onChange={(event) => setText(event.target.value)} className={`${controlClass} py-2.5`} />}
        </Field>
        <div><Button look="secondary" size="sm" className="min-h-10" busy={busy} disabled={text.trim() === ''} aria-controls={id} onClick={() => void judge()}>시험하기</Button></div>
        <div id={id} role="status">
          {trial?.verdict && <Verdict text={trial.text} of={trial.verdict} />}
          {trial?.failure !== undefined && <Notice tone="bad">{explain(trial.failure)}</Notice>}
        </div>
      </div>
    </Panel>
  );
}
