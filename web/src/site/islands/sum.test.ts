import { expect, test } from 'vitest';
import { sum } from './sum.ts';

const prices = [{ code: 'PAGE', price: 50_000, isMinimum: false }, { code: 'API', price: 200_000, isMinimum: true }];

test('amounts times prices, open at the top where a price only begins', () => {
  expect(sum(prices, new Map([['PAGE', 3]]))).toEqual({ total: 150_000, open: false });
  expect(sum(prices, new Map([['PAGE', 1], ['API', 2]]))).toEqual({ total: 450_000, open: true });
  expect(sum(prices, new Map())).toEqual({ total: 0, open: false });
});
