import type { Schema } from '@/api/types.ts';
import { Notice } from '@/ui/Notice.tsx';
import { excuse } from '../labels.ts';

/** Where the rules found something in the text, and whether it counts. */
export function Verdict({ text, of: { refused, reason, hits } }: { text: string; of: Schema['ScreeningVerdict'] }) {
  return (
    <div className="grid gap-3">
      <Notice tone={refused ? 'bad' : 'good'} title={refused ? '거절합니다' : '받습니다'}>{refused && <p className="written">{reason}</p>}</Notice>
      {hits.length > 0 && (
        <>
          <p className="written max-h-60 overflow-y-auto rounded-md border border-line bg-surface px-3 py-2" tabIndex={0} role="region" aria-label="찾은 말을 표시한 글">
            {marked(text, hits).map((part, index) => (part.hit ? <mark key={index} className={part.hit.excuse ? 'bg-good-soft text-good' : 'bg-bad-soft text-bad'}>{part.text}</mark> : part.text))}
          </p>
          <ul className="grid gap-1 text-sm">
            {hits.map((hit, index) => (
              <li key={index}><b className="written">{text.slice(hit.start, hit.end)}</b> – <span className="written">{hit.rule}</span>{hit.ruleId ? '' : ' (저장 전)'}: {hit.excuse ? `괜찮음, ${excuse[hit.excuse]}` : '걸림'}{hit.phrase && <> (<span className="written">{hit.phrase}</span>)</>}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type Part = { text: string; hit?: Schema['TrialHit'] };

/** The text in parts; of hits that overlap, the first one is marked. */
export function marked(text: string, hits: readonly Schema['TrialHit'][]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    if (hit.start < at) continue;
    parts.push({ text: text.slice(at, hit.start) }, { text: text.slice(hit.start, hit.end), hit });
    at = hit.end;
  }
  return [...parts, { text: text.slice(at) }].filter((part) => part.text !== '');
}
