import { loadFonts } from '@/app/fonts.ts';
import { toggleTheme } from '@/app/theme.ts';
import type { Schema } from '@/api/types.ts';
import { count, won } from '@/text/format.ts';
import { calculator } from './calculator.ts';

// The living places of the public pages. No framework: each is a few lines over HTML that is already there.
const islands = <T extends HTMLElement>(name: string) => document.querySelectorAll<T>(`[data-island="${name}"]`);

async function read<T>(path: string): Promise<T | undefined> {
  const response = await fetch(path).catch(() => undefined);
  return response?.ok ? ((await response.json()) as T) : undefined;
}

loadFonts();

for (const button of islands('theme')) button.addEventListener('click', toggleTheme);

if (localStorage.getItem('joonbi.session')) {
  for (const link of islands<HTMLAnchorElement>('session')) Object.assign(link, { href: '/consultations', textContent: '내 상담' });
}

const slots = [...islands('slots')];
if (slots.length) {
  const free = await read<Schema['FreeSlots']>('/api/events/slots');
  const text = free && (free.left > 0 ? `${free.campaign?.name ?? '이벤트'} · 무료 분석 ${count(free.slots)}자리 가운데 ${count(free.left)}자리 남음` : `분석 상담 ${won(free.fee)} · 만들 수 없으면 전액 환불`);
  if (text) for (const place of slots) place.textContent = text;
}

const calculators = [...islands('calculator')];
if (calculators.length) {
  const table = await read<Schema['PriceTable']>('/api/prices');
  for (const place of calculators) {
    if (table) calculator(place, table.items);
    else place.textContent = '가격표를 불러오지 못했습니다. 잠시 후 화면을 새로 고쳐 주세요.';
  }
}
