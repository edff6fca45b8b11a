const rows = () => [...document.querySelectorAll<HTMLElement>('main [data-row]')];

/** Focus goes to the next or the previous row of the page's list; what it then does is the row's own (Enter opens a link). */
export function walk(step: 1 | -1) {
  const all = rows();
  const here = all.indexOf(document.activeElement as HTMLElement);
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The page's search box, if it has one. */
export function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('main input[type=search]');
  box?.focus();
  box?.select();
  return box !== null;
}
