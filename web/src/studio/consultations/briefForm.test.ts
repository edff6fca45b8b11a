import { expect, test } from 'vitest';
import { difference } from './briefForm.ts';
import type { Dossier } from './dossier.ts';

const one = { projectName: '동네빵집', description: '빵집', referenceUrls: ['https://example.com'], budgetMin: 1_000_000, budgetMax: null, desiredDate: '2020-01-01', features: ['예약'] } as unknown as Dossier;
const typed = { projectName: '동네빵집', description: '빵집', referenceUrls: 'https://example.com', budgetMin: '1,000,000', budgetMax: '', desiredDate: '2020-01-01', features: '예약' };

test('what was not touched is not sent, also a day that has passed', () => {
  expect(difference(typed, one)).toEqual({});
});

test('only what differs is sent; what was emptied is null', () => {
  expect(difference({ ...typed, budgetMin: '', features: '예약\n게시판' }, one)).toEqual({ budgetMin: null, features: ['예약', '게시판'] });
});
