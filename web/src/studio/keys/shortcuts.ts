import { useEffect, useRef, useSyncExternalStore } from 'react';

/** `keys` is one letter or two in turn ("g c"). */
export interface Shortcut { keys: string; does: string; run: () => void }
interface Group { name: string; shortcuts: Shortcut[] }

const stored = 'joonbi.studio.keys';
const groups = new Map<symbol, Group>();
const listeners = new Set<() => void>();
let snapshot: { groups: Group[]; on: boolean } = { groups: [], on: localStorage.getItem(stored) !== 'off' };
let prefix: string | undefined;
let forgetting: ReturnType<typeof setTimeout> | undefined;

function changed(on = snapshot.on) {
  snapshot = { groups: [...groups.values()], on };
  for (const listener of listeners) listener();
}

/** Who speaks to the computer, or rests a hand on the keys, switches them off (WCAG 2.1.4). */
export function switchKeys(on: boolean) {
  localStorage.setItem(stored, on ? 'on' : 'off');
  changed(on);
}

/** What the keys do now, for the help. */
export const useKeys = () => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
}, () => snapshot);

/** Keys that work while the component is there. */
export function useShortcuts(name: string, shortcuts: Shortcut[]) {
  const present = useRef(shortcuts);
  useEffect(() => { present.current = shortcuts; });
  const shape = shortcuts.map(({ keys, does }) => `${keys}\t${does}`).join('\n');
  useEffect(() => {
    const id = Symbol(name);
    groups.set(id, {
      name,
      shortcuts: shape.split('\n').filter(Boolean).map((line) => {
        const [keys, does] = line.split('\t') as [string, string];
        return { keys, does, run: () => present.current.find((one) => one.keys === keys)?.run() };
      }),
    });
    changed();
    return () => {
      groups.delete(id);
      changed();
    };
  }, [name, shape]);
}

/** On a Korean layout the key of J types ㅓ: then its place on the keyboard counts. */
export function letter({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[a-zA-Z/?]$/.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

/** Somebody who types means text; an open dialog has the keys to itself. */
const occupied = (target: EventTarget | null) =>
  (target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null)
  || document.querySelector('[role=dialog], [role=alertdialog]') !== null;

/** The studio's shell gives it every key. */
export function onKey(event: KeyboardEvent) {
  if (!snapshot.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || occupied(event.target)) return;
  const pressed = prefix ? `${prefix} ${letter(event)}` : letter(event);
  const known = snapshot.groups.flatMap((group) => group.shortcuts);
  const hit = known.findLast((one) => one.keys === pressed);
  clearTimeout(forgetting);
  prefix = undefined;
  if (hit) {
    event.preventDefault();
    hit.run();
  } else if (known.some((one) => one.keys.startsWith(`${pressed} `))) {
    prefix = pressed;
    forgetting = setTimeout(() => { prefix = undefined; }, 1500);
  }
}
