import { Coffee } from 'lucide-react';
import type { Schema } from '@/api/types.ts';
import { count } from '@/text/format.ts';
import { StatusBadge } from '@/ui/Notice.tsx';
import { Ago } from '@/ui/Time.tsx';
import { attentionKind, handler } from '../labels.ts';
import { RowLink } from '../parts/Row.tsx';

/** The first thing the studio sees: what waits for a person, longest first. */
export function Attention({ items }: { items: Schema['AttentionItem'][] }) {
  return (
    <section aria-labelledby="attention" className="rounded-lg border border-line bg-surface">
      <h2 id="attention" className="border-b border-line px-5 py-3.5 text-lg">지금 할 일 <span className="num text-ink-3">{count(items.length)}{items.length >= 50 && '건 이상'}</span></h2>
      {items.length === 0
        ? <p className="flex items-center gap-3 px-5 py-10 text-ink-2"><Coffee aria-hidden="true" className="size-6 text-ink-3" />사람이 할 일이 없습니다. 새로 생기면 이곳과 메일로 알려 드립니다.</p>
        : (
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`} className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 hover:bg-sunken/60 has-focus-visible:bg-sunken">
                <span className="w-40 shrink-0"><StatusBadge of={attentionKind[item.kind]} /></span>
                <RowLink to={item.kind === 'DELIVERY_DEAD' ? '/admin/outbox' : `/admin/consultations/${item.id}`} className="flex-1 basis-48 after:absolute after:inset-0">
                  {item.kind === 'DELIVERY_DEAD' ? handler(item.title) : item.title}
                </RowLink>
                <span className="text-sm text-ink-3"><Ago at={item.since} />부터</span>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
