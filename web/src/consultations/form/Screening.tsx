import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '@/api/client.ts';
import { Notice } from '@/ui/Notice.tsx';
import { toRequest, type Draft } from '../draft.ts';

const quiet = 700;

/** Says while one writes what the screening would say at the end. */
export function Screening({ draft }: { draft: Draft }) {
  const { projectName, description, budgetMax, features } = toRequest(draft);
  const now = JSON.stringify({ projectName, description, budgetMax, features });
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), quiet);
    return () => clearTimeout(timer);
  }, [now]);
  const rejection = useQuery({
    queryKey: ['preview', settled],
    queryFn: ({ signal }) => ask(api.POST('/api/consultations/preview', { body: JSON.parse(settled) as never, headers: { 'x-repeatable': '1' }, signal })),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
    enabled: settled.length > 70,
  }).data?.rejection;
  return (
    <div role="status">
      {rejection && <Notice tone="warn" className="mb-6" title="이대로 보내시면 진행할 수 없습니다">{rejection.reason} 그런 뜻이 아니라면 다르게 적어 주세요.</Notice>}
    </div>
  );
}
