import { ArrowDownLeft, ArrowUpRight, Dot } from 'lucide-react';
import { Link } from 'react-router';
import type { Schema } from '@/api/types.ts';
import { actor } from '@/text/labels.ts';
import { Instant } from '@/ui/Time.tsx';
import { Panel } from '../parts/Panel.tsx';
import { folded, tell } from './timelineText.ts';

const ways = { out: { icon: ArrowUpRight, text: '나간 것' }, in: { icon: ArrowDownLeft, text: '들어온 것' } };

/** Who did what when, what went out and what came back; the newest stands above. */
export const Timeline = ({ lines }: { lines: Schema['TimelineLine'][] }) => (
  <Panel title="지나온 일">
    <ol reversed className="grid gap-3.5 border-l border-line pl-4 text-sm">
      {folded(lines).reverse().map(({ line, before }) => (
        <li key={line.seq} className="relative">
          <Entry line={line} />
          {before.length > 0 && (
            <details className="mt-1">
              <summary className="inline-block py-1 text-ink-3 underline underline-offset-4">앞선 보고 {before.length}건</summary>
              <ol className="mt-1 grid gap-1 text-ink-2">{before.map((one) => <li key={one.seq} className="written"><span className="num">{tell(one).title}</span> · <Instant at={one.at} /></li>)}</ol>
            </details>
          )}
        </li>
      ))}
    </ol>
  </Panel>
);

function Entry({ line }: { line: Schema['TimelineLine'] }) {
  const { title, way, detail } = tell(line);
  const Icon = way ? ways[way].icon : Dot;
  return (
    <>
      <span className="absolute top-0.5 -left-[1.625rem] grid size-5 place-items-center rounded-full bg-sunken text-ink-2"><Icon aria-hidden="true" className="size-3.5" /></span>
      <p className="written font-semibold">{title}{way && <span className="sr-only"> ({ways[way].text})</span>}</p>
      {line.kind !== 'PROGRESS' && line.text && <p className="written text-ink-2">{line.text}</p>}
      {line.note && <p className="written text-ink-2">{line.note}</p>}
      {detail && <p className="written text-ink-2">{detail}</p>}
      {line.kind === 'PAID' && line.reference && <p><Link to={`/admin/payments/${line.reference}`} className="underline underline-offset-4">결제 보기</Link></p>}
      <p className="text-ink-3">{actor[line.actor]} · <Instant at={line.at} /></p>
    </>
  );
}
