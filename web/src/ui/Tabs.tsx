import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

/** `<Tabs tabs={[{ id: 'a', label: '가', content: … }]} />`; arrow keys move, only the shown panel is there. */
export function Tabs({ tabs, value, onChange, label }: { tabs: { id: string; label: ReactNode; content: ReactNode }[]; value?: string; onChange?: (id: string) => void; label: string }) {
  const state = value === undefined ? { defaultValue: tabs[0]?.id } : { value, onValueChange: (next: unknown) => onChange?.(String(next)) };
  return (
    <Base.Root {...state}>
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className="-mb-px min-h-11 shrink-0 border-b-2 border-transparent px-4 font-semibold text-ink-3 hover:text-ink data-active:border-accent data-active:text-ink">{tab.label}</Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => <Base.Panel key={tab.id} value={tab.id} className="pt-6">{tab.content}</Base.Panel>)}
    </Base.Root>
  );
}
