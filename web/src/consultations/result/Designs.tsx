import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '@/api/types.ts';
import { Button, ButtonAnchor } from '@/ui/Button.tsx';
import { Card } from '@/ui/Page.tsx';

const figma = (url: string) => `https://embed.figma.com/design${new URL(url).pathname.replace(/^\/(file|design)/, '')}${new URL(url).search || '?'}&embed-host=joonbi`;

/** Sample screens: pictures where there are some, Figma where it is wished. */
export function Designs({ designs }: { designs: Schema['Designs'] }) {
  const [embedded, setEmbedded] = useState(false);
  return (
    <Card>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">화면 시안</h2>
        {designs.figmaFileUrl && (
          <div className="no-print flex flex-wrap gap-2">
            <Button size="sm" look="quiet" className="min-h-11" aria-pressed={embedded} onClick={() => setEmbedded(!embedded)}>{embedded ? '접기' : '여기서 보기'}</Button>
            <ButtonAnchor size="sm" look="secondary" className="min-h-11" href={designs.figmaFileUrl} target="_blank" rel="noreferrer noopener">Figma에서 열기<ExternalLink aria-hidden="true" className="size-4" /><span className="sr-only">(새 창)</span></ButtonAnchor>
          </div>
        )}
      </div>
      {designs.unavailableReason && <p className="written text-ink-2">{designs.unavailableReason}</p>}
      {embedded && designs.figmaFileUrl && <iframe title="Figma 화면 시안" src={figma(designs.figmaFileUrl)} className="mb-4 aspect-video w-full rounded-md border border-line" allowFullScreen />}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {designs.screens.map((screen) => (
          <li key={screen.screenId} className="overflow-hidden rounded-md border border-line">
            {screen.imageUrl
              ? <img src={screen.imageUrl} alt={`${screen.screenName} 화면`} loading="lazy" referrerPolicy="no-referrer" className="aspect-4/3 w-full bg-sunken object-cover object-top" />
              : <Sketch />}
            <p className="flex items-center justify-between gap-2 border-t border-line px-4 py-3">
              <span className="written min-w-0 font-medium">{screen.screenName}</span>
              {screen.figmaUrl && <a href={screen.figmaUrl} target="_blank" rel="noreferrer noopener" aria-label={`${screen.screenName} Figma에서 열기 (새 창)`} className="no-print grid size-9 shrink-0 place-items-center rounded-md hover:bg-sunken"><ExternalLink aria-hidden="true" className="size-4" /></a>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const Sketch = () => (
  <svg viewBox="0 0 240 180" className="w-full bg-sunken" aria-hidden="true">
    <rect x="28" y="22" width="184" height="136" rx="8" className="fill-surface stroke-line-strong" />
    <path d="M28 42h184" className="stroke-line-strong" /><circle cx="40" cy="32" r="3" className="fill-accent" />
    <rect x="44" y="56" width="90" height="12" rx="3" className="fill-line" /><rect x="44" y="76" width="152" height="8" rx="3" className="fill-line" />
    <rect x="44" y="96" width="46" height="46" rx="4" className="fill-line" /><rect x="97" y="96" width="46" height="46" rx="4" className="fill-line" /><rect x="150" y="96" width="46" height="46" rx="4" className="fill-line" />
  </svg>
);
