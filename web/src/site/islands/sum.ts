import type { Schema } from '@/api/types.ts';

/** How many of each, by its code. */
export type Chosen = Map<string, number>;

/** What it comes to; `open` when a price in it is only where it begins. */
export function sum(prices: Pick<Schema['Price'], 'code' | 'price' | 'isMinimum'>[], chosen: Chosen) {
  const taken = prices.filter(({ code }) => chosen.has(code));
  return { total: taken.reduce((total, { code, price }) => total + price * chosen.get(code)!, 0), open: taken.some(({ isMinimum }) => isMinimum) };
}
