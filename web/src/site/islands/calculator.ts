import type { Schema } from '@/api/types.ts';
import { count, won } from '@/text/format.ts';
import { sum, type Chosen } from './sum.ts';

const categories: Record<string, string> = { PAGE: '페이지', ACCOUNT: '회원', BOARD: '게시판', PAYMENT: '결제', ADMIN: '관리자', FUNCTION: '기능', DELIVERABLE: '추가 문서' };

/** What a first site usually has, so that the sum begins with something. */
const usual: Chosen = new Map([['LANDING_PAGE', 1], ['STATIC_PAGE', 3], ['BOARD', 1]]);

function element<K extends 'a' | 'aside' | 'div' | 'fieldset' | 'input' | 'label' | 'legend' | 'output' | 'p' | 'span'>(
  name: K, properties: Partial<HTMLElementTagNameMap[K]> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** The price table as things to tick, with their sum beside them. */
export function calculator(place: HTMLElement, prices: Schema['Price'][]) {
  const chosen: Chosen = new Map([...usual].filter(([code]) => prices.some((price) => price.code === code)));
  const output = element('output');
  const said = element('p', { className: 'mt-1 opacity-80' });

  function tell() {
    const { total, open } = sum(prices, chosen);
    output.textContent = won(total) + (open ? '부터' : '');
    said.textContent = chosen.size ? `${count(chosen.size)}가지를 골랐습니다.` : '필요한 것을 골라 보세요.';
  }

  function row(price: Schema['Price']) {
    const box = element('input', { type: 'checkbox', checked: chosen.has(price.code) });
    const line = element('div', { className: 'calculator-row' }, element('label', {}, box, element('span', {}, price.name)));
    const amount = price.unit ? element('input', { type: 'number', min: '1', max: '99', value: String(chosen.get(price.code) ?? 1), ariaLabel: `${price.name} 수량 (${price.unit})` }) : undefined;
    const change = () => {
      line.toggleAttribute('data-off', !box.checked);
      if (box.checked) chosen.set(price.code, Math.min(99, Math.max(1, Math.floor(Number(amount?.value ?? 1)) || 1)));
      else chosen.delete(price.code);
      tell();
    };
    box.addEventListener('change', change);
    amount?.addEventListener('input', change);
    if (amount) line.append(amount);
    line.append(element('span', { className: 'price' }, won(price.price), price.isMinimum ? '부터' : '', price.unit ? ` / ${price.unit}` : ''));
    line.toggleAttribute('data-off', !box.checked);
    return line;
  }

  const table = element('div');
  for (const [category, rows] of grouped(prices)) table.append(element('fieldset', {}, element('legend', {}, categories[category] ?? category), ...rows.map(row)));
  const link = element('a', { href: '/consultations/new', className: 'mt-5 inline-flex min-h-11 items-center rounded-md bg-paper px-5 font-semibold text-ink' }, '이대로 상담 신청');
  const note = element('p', { className: 'mt-4 text-sm opacity-80' }, '가격표로 셈한 값입니다. 정확한 견적은 분석이 끝나면 견적서로 드립니다.');
  const aside = element('div', { className: 'calculator-sum' }, element('p', { className: 'font-semibold' }, '예상 제작비'), output, said, note, link);
  output.setAttribute('aria-live', 'polite');
  tell();
  place.replaceChildren(table, aside);
}

function grouped(prices: Schema['Price'][]) {
  const groups = new Map<string, Schema['Price'][]>();
  for (const price of prices) groups.set(price.category, [...(groups.get(price.category) ?? []), price]);
  return groups;
}
