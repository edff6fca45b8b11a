import { useEffect, useMemo, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ask } from '@/api/client.ts';
import { showProblem } from '@/api/problem.ts';
import { outdated } from '@/api/queries.ts';
import { useSession } from '@/api/session.ts';
import { Button } from '@/ui/Button.tsx';
import { useSchemaForm } from '@/ui/Form.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { PageTitle } from '@/ui/Page.tsx';
import { dropDraft, emptyDraft, keyring, storeDraft, storedDraft, toRequest, type Draft } from './draft.ts';
import { FilesStep } from './form/FilesStep.tsx';
import { KindStep } from './form/KindStep.tsx';
import { ReviewStep } from './form/ReviewStep.tsx';
import { schema, steps } from './form/schema.ts';
import { Screening } from './form/Screening.tsx';
import { StepList } from './form/StepList.tsx';
import { StoryStep } from './form/StoryStep.tsx';
import { useUploads } from './form/uploads.ts';
import { WishStep } from './form/WishStep.tsx';

const fields = ['projectName', 'description', 'referenceUrls', 'budgetMin', 'budgetMax', 'desiredDate'] as const;

export function NewConsultation() {
  const session = useSession();
  const userId = session.state === 'signedIn' ? session.user.id : '';
  const restored = useMemo(() => storedDraft(userId), [userId]);
  const form = useSchemaForm(schema, restored ?? emptyDraft) as unknown as UseFormReturn<Draft>;
  const draft = form.watch();
  const [search, setSearch] = useSearchParams();
  const step = Math.min(Math.max(Number(search.get('step') ?? 1) - 1, 0), steps.length - 1);
  const heading = useRef<HTMLHeadingElement>(null);
  const keyOf = useMemo(keyring, []);
  const navigate = useNavigate();
  const [sending, setSending] = useState(false);
  const uploads = useUploads(
    useMemo(() => () => form.getValues('attachments'), [form]),
    useMemo(() => (files) => form.setValue('attachments', files, { shouldDirty: true }), [form]),
  );

  const done = useRef(false);
  useEffect(() => {
    const subscription = form.watch(() => {
      if (!done.current) storeDraft(userId, form.getValues());
    });
    return () => subscription.unsubscribe();
  }, [form, userId]);

  function go(to: number) {
    setSearch({ step: String(to + 1) });
    requestAnimationFrame(() => {
      heading.current?.focus();
      window.scrollTo({ top: 0 });
    });
  }

  /** The step that has to be mended first, or -1. */
  const firstWrong = () => steps.findIndex(({ fields: own }) => own.some((field) => form.getFieldState(field).invalid));

  async function forward() {
    if (await form.trigger([...steps[step]!.fields], { shouldFocus: true })) go(step + 1);
  }

  async function send() {
    if (sending) return;
    if (!(await form.trigger())) return go(Math.max(firstWrong(), 0));
    setSending(true);
    try {
      const body = toRequest(form.getValues());
      const made = await ask(api.POST('/api/consultations', { body, params: { header: { 'Idempotency-Key': keyOf(body) } } }));
      done.current = true;
      dropDraft(userId);
      await outdated('/api/consultations');
      void navigate(`/consultations/${made.id}`, { replace: true });
    } catch (problem) {
      showProblem(form, problem, [...fields]);
      if (firstWrong() >= 0) go(firstWrong());
    } finally {
      setSending(false);
    }
  }

  function startOver() {
    dropDraft(userId);
    form.reset(emptyDraft);
    go(0);
  }

  const last = step === steps.length - 1;
  const above = form.formState.errors.root?.server?.message;
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle title="상담 신청" lead="쓰시는 대로 이 기기에 저장됩니다. 언제든 나갔다 와서 이어 쓰셔도 됩니다."
        actions={restored && step === 0 && <Button look="quiet" size="sm" onClick={startOver}>처음부터 다시 쓰기</Button>} />
      <StepList step={step} onGo={go} />
      <Screening draft={draft} />
      {above && <Notice tone="bad" live className="mb-6">{above}</Notice>}
      <form noValidate aria-label={steps[step]!.title} onSubmit={(event) => { event.preventDefault(); void (last ? send() : forward()); }}>
        <h2 ref={heading} tabIndex={-1} className="mb-6 text-xl">{steps[step]!.title}</h2>
        {step === 0 && <KindStep form={form} />}
        {step === 1 && <StoryStep form={form} />}
        {step === 2 && <WishStep form={form} />}
        {step === 3 && <FilesStep form={form} uploads={uploads} />}
        {step === 4 && <ReviewStep draft={draft} />}
        <div className="mt-10 flex flex-wrap justify-between gap-3 border-t border-line pt-6">
          {step > 0 ? <Button look="quiet" onClick={() => go(step - 1)}>이전</Button> : <span />}
          {last
            ? <Button type="submit" size="lg" busy={sending || uploads.list.some((one) => !one.failure)}>{uploads.list.some((one) => !one.failure) ? '파일을 올리는 중입니다' : '상담 신청하기'}</Button>
            : <Button type="submit" size="lg">{step === 3 && draft.attachments.length === 0 && uploads.list.length === 0 ? '첨부 없이 다음' : '다음'}</Button>}
        </div>
      </form>
    </div>
  );
}
